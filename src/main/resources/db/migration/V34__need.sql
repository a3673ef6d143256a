-- What a person keeps for themselves: needs and boundaries, on their own stream, so that nobody
-- else can tell of them. Where in the log the words of each version stand.
create table own_card (
  stream_id uuid not null references stream (id),
  kind      text not null check (kind in ('need', 'boundary')),
  id        uuid not null,
  version   int not null,
  kept_seq  bigint not null,
  seqs      bigint[] not null check (cardinality(seqs) between 1 and 20),
  primary key (stream_id, kind, id)
);
create unique index own_card_newest on own_card (stream_id, kept_seq);

-- Needs that were shared. What was taken back leaves its row: a neutral trace.
create table need (
  stream_id      uuid not null references stream (id),
  id             uuid not null,
  version        int not null,
  author         uuid not null,
  shared_seq     bigint not null,
  shared_seqs    bigint[] not null check (cardinality(shared_seqs) between 1 and 20),
  shared_times   bigint[] not null,
  taken_back_at  timestamptz,
  asks           boolean not null,
  answers        int not null check (answers <= 5),
  answer         text check (answer in ('yes', 'no', 'other')),
  answered_seq   bigint,
  no_at          timestamptz,
  reminder       uuid,
  agreed         boolean not null,
  times          text,
  proposed_seqs  bigint[] not null,
  proposed_times bigint[] not null,
  stopped_at     timestamptz,
  primary key (stream_id, id),
  check (cardinality(shared_times) = cardinality(shared_seqs)),
  check (cardinality(proposed_times) = cardinality(proposed_seqs)),
  check ((answer is null) = (answered_seq is null)),
  check ((reminder is null) = (times is null)),
  check (reminder is not null or not agreed)
) with (fillfactor = 80);
create unique index need_newest on need (stream_id, shared_seq);

-- What a person who agreed to a reminder knows of it: on their own stream, so that whoever words it
-- cannot tell whether it is heard.
create table need_reminder (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  reminded_at  timestamptz,
  paused       boolean not null,
  paused_until timestamptz,
  primary key (stream_id, id),
  check (paused or paused_until is null)
);

-- Boundaries that were shared.
create table boundary (
  stream_id       uuid not null references stream (id),
  id              uuid not null,
  version         int not null,
  author          uuid not null,
  shared_seq      bigint not null,
  shared_seqs     bigint[] not null check (cardinality(shared_seqs) between 1 and 20),
  shared_times    bigint[] not null,
  taken_back_at   timestamptz,
  acknowledged_at timestamptz,
  asked_seq       bigint,
  primary key (stream_id, id),
  check (cardinality(shared_times) = cardinality(shared_seqs))
) with (fillfactor = 80);
create unique index boundary_newest on boundary (stream_id, shared_seq);
