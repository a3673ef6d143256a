-- What the rules know of each promise and where in the log its words stand. No column adds promises
-- up, and none may. A promise changes with every step: the free space keeps the new version on the
-- same page.
create table promise (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  maker        uuid not null,
  made_at      timestamptz not null,
  due_at       timestamptz not null,
  kept_at      timestamptz,
  let_go_at    timestamptz,
  made_seq     bigint not null,
  changed_seqs bigint[] not null check (cardinality(changed_seqs) <= 12),
  let_go_seq   bigint,
  thanked_seq  bigint,
  primary key (stream_id, id),
  check (kept_at is null or let_go_at is null),
  check ((let_go_at is null) = (let_go_seq is null)),
  check (thanked_seq is null or kept_at is not null)
) with (fillfactor = 80);
create unique index promise_newest on promise (stream_id, made_seq);
create index promise_last on promise (stream_id, maker, made_seq);
