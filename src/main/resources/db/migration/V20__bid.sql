-- What the rules know of each bid and where in the log its words stand. An answer may be changed by
-- the one who gave it: the free space keeps the new version on the same page.
create table bid (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  sender       uuid not null,
  kind         text not null check (kind in ('look', 'laugh', 'hug', 'talk', 'company', 'help',
                 'view', 'good_news', 'appreciate', 'plan', 'play', 'reassure')),
  made_at      timestamptz not null,
  planned_at   timestamptz,
  answer       text check (answer in ('toward', 'tired_but_glad', 'later', 'not_now')),
  answered_at  timestamptz,
  later_at     timestamptz,
  faded_at     timestamptz,
  withdrawn_at timestamptz,
  made_seq     bigint not null,
  answered_seq bigint,
  primary key (stream_id, id),
  check ((answer is null) = (answered_at is null)),
  check (kind <> 'plan' or planned_at is not null)
) with (fillfactor = 80);
create unique index bid_newest on bid (stream_id, made_seq);
create index bid_last on bid (stream_id, sender, made_seq);
create index bid_rest on bid (stream_id, sender, kind, answered_at) where answer = 'not_now';

-- What a person wants to hear nothing of for now; on their own stream, so that nobody else can tell.
create table mute (
  stream_id uuid not null references stream (id),
  kind      text not null,
  primary key (stream_id, kind)
);
