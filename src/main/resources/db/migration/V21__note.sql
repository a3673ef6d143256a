-- Notes that were sent, and where in the log their words stand.
create table note (
  stream_id uuid not null references stream (id),
  id        uuid not null,
  author    uuid not null,
  sent_at   timestamptz not null,
  sent_seq  bigint not null,
  primary key (stream_id, id)
);
create unique index note_newest on note (stream_id, sent_seq);
create index note_last on note (stream_id, author, sent_seq);

-- Notes that wait for their time, on their author's own stream: nobody else can tell of them.
create table planned_note (
  stream_id   uuid not null references stream (id),
  id          uuid not null,
  version     int not null,
  couple_id   uuid not null, -- for whom: it never goes to another space
  at          timestamptz not null,
  planned_seq bigint not null,
  primary key (stream_id, id)
);
-- A timer knows the couple's stream and the note, not its author.
create index planned_note_id on planned_note (id);
create index planned_note_couple on planned_note (couple_id);
