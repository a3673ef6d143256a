-- What the rules know of each attempt and where in the log its words stand. An answer may be changed
-- by the one who gave it: the free space keeps the new version on the same page.
create table repair (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  thread       uuid not null, -- the first attempt about this hurt; its own id where it is the first
  giver        uuid not null,
  offered_at   timestamptz not null,
  answer       text check (answer in ('accepted', 'need_time', 'not_yet', 'need')),
  answered_at  timestamptz,
  until_at     timestamptz,
  withdrawn_at timestamptz,
  offered_seq  bigint not null,
  answered_seq bigint,
  primary key (stream_id, id),
  foreign key (stream_id, thread) references repair (stream_id, id),
  check ((answer is null) = (answered_at is null)),
  check ((answer is not distinct from 'need_time') = (until_at is not null))
) with (fillfactor = 80);
create unique index repair_newest on repair (stream_id, offered_seq);
create index repair_last on repair (stream_id, giver, offered_seq);
create index repair_thread on repair (stream_id, thread, offered_seq);

-- That the receiver wants to be asked again; gone when the receiver ends it.
create table repair_follow_up (
  stream_id uuid not null,
  thread    uuid not null,
  version   int not null,
  giver     uuid not null,
  days      int not null check (days between 1 and 90),
  asked_at  timestamptz not null,
  primary key (stream_id, thread),
  foreign key (stream_id, thread) references repair (stream_id, id)
);

-- What a person wants to hear and to share; on their own stream, so that nobody else can tell.
create table repair_wish (
  stream_id     uuid primary key references stream (id),
  muted         boolean not null,
  timeline_with uuid -- the couple it was said to; another partner is another question
);
