-- The wrapped keys live in a schema of their own, dumped apart and kept 7 days, so that a destroyed
-- key does not come back with an old dump.
create schema vault;

create table vault.data_key (
  stream_id uuid not null,
  author_id uuid not null,
  master    text not null, -- which master key wrapped it
  wrapped   bytea not null,
  primary key (stream_id, author_id)
);
create index data_key_author on vault.data_key (author_id);

-- A log of events. For `ours` both people read it and its id is the couple's; for `mine` one person
-- reads it and its id is theirs.
create table stream (
  id        uuid primary key,
  epoch     text not null,
  head      bigint not null default 0,
  last_at   timestamptz not null,
  reader_a  uuid not null,
  reader_b  uuid,
  closed_at timestamptz
) with (fillfactor = 50);

create table event (
  stream_id uuid not null references stream (id),
  seq       bigint not null,
  command   uuid not null,
  at        timestamptz not null,
  by_person uuid,
  kind      text not null,
  data      json not null,  -- without the words people wrote
  words     bytea,          -- those, sealed with the author's key in this stream
  primary key (stream_id, seq)
);

-- Each command is answered once; kept 30 days.
create table answered (
  person_id   uuid not null,
  command_id  uuid not null,
  fingerprint bytea,
  ok          json,
  at          timestamptz not null,
  primary key (person_id, command_id)
);
create index answered_at on answered using brin (at);

-- The promises the server keeps: written and removed in the transaction of the event that sets or
-- ends them.
create table due (
  stream_id uuid not null,
  kind      text not null,
  thing     uuid not null,
  at        timestamptz not null,
  primary key (stream_id, kind, thing)
);
create index due_at on due (at);
