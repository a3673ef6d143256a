-- What the rules know of each plan and where in the log its words stand. It changes with every
-- answer: the free space keeps the new version on the same page.
create table plan (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  maker        uuid not null,
  made_at      timestamptz not null,
  about_at     timestamptz not null, -- its own time, or that of its making
  leader       uuid,
  answer       text check (answer in ('gladly', 'kind_thought', 'another_time', 'not_for_me')),
  answered_at  timestamptz,
  let_go_at    timestamptz,
  made_seq     bigint not null,
  answered_seq bigint,
  primary key (stream_id, id),
  check ((answer is null) = (answered_at is null))
) with (fillfactor = 80);
create unique index plan_newest on plan (stream_id, made_seq);
create index plan_last on plan (stream_id, maker, made_seq);
create index plan_standing on plan (stream_id, about_at) where let_go_at is null;

-- Surprises, on their author's own stream: nobody else can tell of them.
create table hidden_plan (
  stream_id  uuid not null references stream (id),
  id         uuid not null,
  version    int not null,
  couple_id  uuid not null, -- for whom: it never goes to another space
  reveal_at  timestamptz,
  hidden_seq bigint not null,
  primary key (stream_id, id)
);
-- A timer knows the couple's stream and the plan, not its author.
create index hidden_plan_id on hidden_plan (id);
create index hidden_plan_couple on hidden_plan (couple_id);

-- The box of ideas of both.
create table idea (
  stream_id     uuid not null references stream (id),
  id            uuid not null,
  version       int not null,
  author        uuid not null,
  added_at      timestamptz not null,
  added_seq     bigint not null,
  taken_back_at timestamptz,
  primary key (stream_id, id)
);
create unique index idea_newest on idea (stream_id, added_seq);
create index idea_last on idea (stream_id, author, added_seq);
