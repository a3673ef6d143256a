-- A day of the week and a time that one of the two proposed, and what became of it. No words.
create table weekly_rhythm (
  stream_id   uuid not null references stream (id),
  id          uuid not null,
  version     int not null,
  proposed_by uuid not null,
  proposed_at timestamptz not null,
  weekday     text not null,
  time        time not null,
  zone        text not null,
  form        text not null check (form in ('HOUR', 'SHORT')),
  agreed_at   timestamptz,
  ended_at    timestamptz,
  primary key (stream_id, id)
) with (fillfactor = 80);
-- One that is agreed and one that is proposed, whatever the code above it does.
create unique index weekly_rhythm_agreed on weekly_rhythm (stream_id)
  where agreed_at is not null and ended_at is null;
create unique index weekly_rhythm_proposed on weekly_rhythm (stream_id)
  where agreed_at is null and ended_at is null;
create index weekly_rhythm_last on weekly_rhythm (stream_id, proposed_by, proposed_at);

-- Each week's check-in. Nothing in it changes while somebody writes their answers.
create table weekly (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  at           timestamptz not null,
  form         text not null check (form in ('HOUR', 'SHORT')),
  opened_at    timestamptz not null,
  opened_seq   bigint not null,
  revealed_at  timestamptz,
  revealed_seq bigint,
  speaker      uuid,
  speaks_since timestamptz,
  ended_at     timestamptz,
  erasers      uuid[] not null, -- who took their words back
  erased_seqs  bigint[] not null,
  how          text check (how in ('CLOSED', 'SKIPPED', 'PASSED')),
  primary key (stream_id, id),
  check ((revealed_at is null) = (revealed_seq is null)),
  check ((ended_at is null) = (how is null)),
  check (cardinality(erasers) = cardinality(erased_seqs))
) with (fillfactor = 80);
create unique index weekly_newest on weekly (stream_id, opened_seq);
create unique index weekly_open on weekly (stream_id) where ended_at is null;

-- Notes and decisions of a talk: the numbers of the events that hold their versions.
create table weekly_item (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  version   int not null,
  weekly_id uuid not null,
  decision  boolean not null,
  seqs      bigint[] not null check (cardinality(seqs) <= 20),
  authors   uuid[] not null,
  primary key (stream_id, id),
  check (cardinality(seqs) = cardinality(authors))
) with (fillfactor = 80);
create index weekly_item_of on weekly_item (stream_id, weekly_id);
