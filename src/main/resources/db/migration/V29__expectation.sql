-- What the rules know of each exchange and where in the log its answers stand. Nothing in it changes
-- while somebody writes or says ready: that is on their own stream.
create table expectation (
  stream_id     uuid not null references stream (id),
  id            uuid not null,
  version       int not null,
  topic         text not null
    check (topic in ('roles', 'contact', 'arguments', 'money', 'time', 'future', 'vision')),
  opened_by     uuid not null,
  opened_at     timestamptz not null,
  opened_seq    bigint not null,
  revealed_at   timestamptz,
  revealed_seq  bigint,
  opener_marks  text[] not null check (cardinality(opener_marks) = 3),
  other_marks   text[] not null check (cardinality(other_marks) = 3),
  opener_erased boolean not null,
  other_erased  boolean not null,
  primary key (stream_id, id),
  check ((revealed_at is null) = (revealed_seq is null))
) with (fillfactor = 80);
create unique index expectation_newest on expectation (stream_id, opened_seq);
create index expectation_last on expectation (stream_id, opened_by, opened_seq);
-- One of a topic at a time, whatever the code above it does.
create unique index expectation_open on expectation (stream_id, topic) where revealed_at is null;

-- The same of each worksheet: its issue, what each said blind, and the joint field in every version.
create table worksheet (
  stream_id         uuid not null references stream (id),
  id                uuid not null,
  version           int not null,
  opened_by         uuid not null,
  opened_at         timestamptz not null,
  opened_seq        bigint not null,
  revealed_at       timestamptz,
  revealed_seq      bigint,
  closed_at         timestamptz,
  written_seqs      bigint[] not null check (cardinality(written_seqs) <= 50),
  opener_wrote      boolean[] not null, -- whose each of them is
  opener_erased_seq bigint not null,    -- until where they took their words back
  other_erased_seq  bigint not null,
  primary key (stream_id, id),
  check ((revealed_at is null) = (revealed_seq is null)),
  check (cardinality(written_seqs) = cardinality(opener_wrote))
) with (fillfactor = 80);
create unique index worksheet_newest on worksheet (stream_id, opened_seq);
create index worksheet_last on worksheet (stream_id, opened_by, opened_seq);
