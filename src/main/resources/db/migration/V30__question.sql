-- What the rules know of each question and where in the log its words stand. What two people answer
-- before they see each other's answer stands in the table `blind`.
create table question (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  depth        text not null check (depth in ('light', 'close', 'deep')),
  deck         text,
  own          uuid,
  lap          int not null,
  drawer       uuid not null,
  called_by    uuid not null,
  drawn_at     timestamptz not null,
  drawn_seq    bigint not null,
  gone_at      timestamptz,
  revealed_at  timestamptz,
  revealed_seq bigint,
  thanked      uuid[] not null check (cardinality(thanked) <= 6),
  thanked_seqs bigint[] not null,
  erased       uuid[] not null,
  primary key (stream_id, id),
  check ((deck is null) <> (own is null)),
  check ((revealed_at is null) = (revealed_seq is null)),
  check (gone_at is null or revealed_at is null)
) with (fillfactor = 80);
create unique index question_newest on question (stream_id, drawn_seq);
create index question_last on question (stream_id, called_by, drawn_seq);
create index question_lap on question (stream_id, depth, lap);
-- One at a time, whatever the code above it does.
create unique index question_open on question (stream_id)
  where gone_at is null and revealed_at is null;

-- Who draws the next one.
create table question_turn (
  stream_id uuid primary key references stream (id),
  version   int not null,
  whose     uuid not null,
  since     timestamptz not null
);

-- Questions that the two wrote themselves.
create table own_question (
  stream_id  uuid not null references stream (id),
  id         uuid not null,
  version    int not null,
  author     uuid not null,
  depth      text not null check (depth in ('light', 'close', 'deep')),
  added_at   timestamptz not null,
  added_seq  bigint not null,
  removed_at timestamptz,
  primary key (stream_id, id)
);
create unique index own_question_newest on own_question (stream_id, added_seq);
create index own_question_last on own_question (stream_id, author, added_seq);
