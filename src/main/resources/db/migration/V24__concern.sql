-- What the rules know of each concern and where in the log its words stand. It changes with every
-- step: the free space keeps the new version on the same page.
create table concern (
  stream_id        uuid not null references stream (id),
  id               uuid not null,
  version          int not null,
  author           uuid not null,
  raised_at        timestamptz not null,
  opened_at        timestamptz,
  needs_time_until timestamptz,
  rested_at        timestamptz,
  closed_at        timestamptz,
  how              text check (how in ('enough')),
  withdrawn_at     timestamptz,
  freed_at         timestamptz,
  raised_seq       bigint not null,
  heard_seqs       bigint[] not null check (cardinality(heard_seqs) <= 5),
  primary key (stream_id, id),
  check (how is null or closed_at is not null)
) with (fillfactor = 80);
create unique index concern_newest on concern (stream_id, raised_seq);
create index concern_last on concern (stream_id, author, raised_seq);
create index concern_turn on concern (stream_id, freed_at) where freed_at is not null;
-- One at a time, whatever the code above it does.
create unique index concern_open on concern (stream_id)
  where opened_at is not null and rested_at is null and closed_at is null and withdrawn_at is null;

-- Drafts, on their author's own stream: nobody else can tell of them.
create table concern_draft (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  kept_seq  bigint not null,
  primary key (stream_id, id)
);
create unique index concern_draft_newest on concern_draft (stream_id, kept_seq);
