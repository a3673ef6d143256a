-- What the rules know of each daily check-in and where in the log its words stand. An answer may be
-- changed by the one who gave it: the free space keeps the new version on the same page.
create table checkin (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  teller       uuid not null,
  told_at      timestamptz not null,
  offer        text check (offer in ('reassurance', 'presence', 'affection', 'validation', 'time')),
  answered_at  timestamptz,
  withdrawn_at timestamptz,
  told_seq     bigint not null,
  answered_seq bigint,
  primary key (stream_id, id),
  check ((answered_at is null) = (answered_seq is null))
) with (fillfactor = 80);
create unique index checkin_newest on checkin (stream_id, told_seq);
create index checkin_last on checkin (stream_id, teller, told_seq);

-- Own words to answer with; on their owner's stream, so that nobody else can tell.
create table favourite (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  kept_seq  bigint not null,
  primary key (stream_id, id)
);
