-- What the rules know of each time-out and where in the log its words stand. Rewritten by every
-- check-in: the free space keeps the new version on the same page, without touching an index.
create table timeout (
  stream_id        uuid not null references stream (id),
  id               uuid not null,
  version          int not null,
  caller           uuid not null,
  called_at        timestamptz not null,
  return_at        timestamptz not null,
  checked_in_at    timestamptz,
  ending           text check (ending in ('returned', 'let_go', 'lapsed', 'closed')),
  ended_at         timestamptz,
  talk_at          timestamptz,
  called_seq       bigint not null,
  acknowledged_seq bigint,
  checked_in_seq   bigint,
  extended_seq     bigint,
  overdue_seq      bigint,
  ended_seq        bigint,
  note_seqs        bigint[] not null check (cardinality(note_seqs) <= 3),
  primary key (stream_id, id),
  check ((ending is null) = (ended_at is null))
) with (fillfactor = 70);

-- The rule stands in Timeout; this holds it even if the rule is wrong one day.
create unique index timeout_one_open on timeout (stream_id, caller) where ended_at is null;
create unique index timeout_history on timeout (stream_id, called_seq);
create index timeout_talk on timeout (stream_id, talk_at) where talk_at is not null;

create table draft (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  timeout   uuid not null,
  kept_seq  bigint not null,
  primary key (stream_id, id)
);
create unique index draft_newest on draft (stream_id, kept_seq);
