-- Small resentments and holds, on their owner's own stream: nobody else can tell of them.
create table resentment (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  kept_seq  bigint not null,
  raised_at timestamptz,
  primary key (stream_id, id)
);
create unique index resentment_newest on resentment (stream_id, kept_seq);

create table hold (
  stream_id  uuid not null references stream (id),
  id         uuid not null,
  version    int not null,
  placed_seq bigint not null,
  primary key (stream_id, id)
);
create unique index hold_newest on hold (stream_id, placed_seq);

-- What somebody shows of a hold; gone when they take it back.
create table shared_hold (
  stream_id  uuid not null references stream (id),
  id         uuid not null,
  version    int not null,
  owner      uuid not null,
  until_at   timestamptz not null,
  shared_seq bigint not null,
  primary key (stream_id, id)
);
create unique index shared_hold_newest on shared_hold (stream_id, shared_seq);
