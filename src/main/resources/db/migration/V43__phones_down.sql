-- Times with the phones away. One changes a few times in its life: the free space keeps the new
-- version on the same page.
create table phones_down (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  proposed_by  uuid not null,
  proposed_to  uuid not null,
  proposed_at  timestamptz not null,
  proposed_seq bigint not null,
  start_at     timestamptz,            -- null: it begins with the yes
  minutes      int not null check (minutes between 10 and 180),
  agreed_at    timestamptz,
  until_at     timestamptz,            -- since it runs
  not_now_at   timestamptz,
  over_at      timestamptz,
  primary key (stream_id, id),
  check (until_at is null or agreed_at is not null),
  check (not_now_at is null or (over_at is not null and agreed_at is null))
) with (fillfactor = 80);
create unique index phones_down_newest on phones_down (stream_id, proposed_seq);
create index phones_down_last on phones_down (stream_id, proposed_by, proposed_seq);
create index phones_down_no on phones_down (stream_id, proposed_by, proposed_seq)
  where not_now_at is not null;
-- One at a time, whatever the code above it does.
create unique index phones_down_standing on phones_down (stream_id) where over_at is null;
