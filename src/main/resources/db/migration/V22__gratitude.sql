-- The entries of the gratitude lists: of a couple on its stream, of a person alone on their own.
-- Where in the log their words stand, and what the rules know of them.
create table gratitude (
  stream_id   uuid not null references stream (id),
  id          uuid not null,
  version     int not null,
  by_person   uuid not null,
  added_at    timestamptz not null,
  added_seq   bigint not null,
  edited_seqs bigint[] not null check (cardinality(edited_seqs) <= 20),
  thanked_seq bigint,
  thanks      text not null check (thanks in ('none', 'tapped', 'words', 'erased')),
  pinned      boolean not null,
  erased      boolean not null,
  primary key (stream_id, id),
  check ((thanks = 'none') = (thanked_seq is null)),
  check (not (pinned and erased))
);
create unique index gratitude_newest on gratitude (stream_id, added_seq);
create index gratitude_pinned on gratitude (stream_id, added_seq) where pinned;
create index gratitude_last on gratitude (stream_id, by_person, added_seq);
