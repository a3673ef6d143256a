-- What people keep of how they were, each on their own stream: where in the log its versions stand.
-- An erased one keeps its id, so that it is not made once more. A change keeps the new version of
-- the row on the same page.
create table feeling (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  felt_at   timestamptz not null,
  first_seq bigint not null,
  kept_seqs bigint[] not null check (cardinality(kept_seqs) between 1 and 21),
  dropped   boolean not null,
  primary key (stream_id, id)
) with (fillfactor = 80);
create unique index feeling_newest on feeling (stream_id, first_seq) where not dropped;

-- Own words for feelings; on their owner's stream, so that nobody else can tell.
create table feeling_word (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  kept_seq  bigint not null,
  primary key (stream_id, id)
);

-- How a person wants to be asked, and which reminder is there to be answered. The times are those
-- of the clock on their wall. No reminder leaves a trace here once it is over.
create table feeling_wish (
  stream_id     uuid primary key references stream (id),
  version       int not null,
  since         timestamptz,
  level         text check (level in ('three', 'basic', 'all')),
  time_1        time,
  time_2        time,
  time_3        time,
  due           int check (due between 1 and 3),
  due_at        timestamptz,
  snoozed       int check (snoozed between 1 and 3),
  snoozed_until timestamptz,
  check ((due is null) = (due_at is null)),
  check ((snoozed is null) = (snoozed_until is null))
) with (fillfactor = 80);

-- What was shared of a moment, on the couple's stream.
create table shared_feeling (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  author       uuid not null,
  shared_at    timestamptz not null,
  shared_seq   bigint not null,
  heard        text not null check (heard in ('nothing', 'tapped', 'words', 'erased')),
  answered_seq bigint,
  back         boolean not null,
  primary key (stream_id, id),
  check ((heard = 'nothing') = (answered_seq is null))
) with (fillfactor = 80);
create unique index shared_feeling_newest on shared_feeling (stream_id, shared_seq);
create index shared_feeling_last on shared_feeling (stream_id, author, shared_seq);
