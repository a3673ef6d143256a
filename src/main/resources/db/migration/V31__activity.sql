-- Short things to do together. It changes with every step: the free space keeps the new version on
-- the same page.
create table activity (
  stream_id   uuid not null references stream (id),
  id          uuid not null,
  version     int not null,
  offered_by  uuid not null,
  offered_to  uuid not null,
  which       text not null,
  offered_at  timestamptz not null,
  offered_seq bigint not null,
  step        int check (step >= 1),
  step_until  timestamptz,
  not_now_at  timestamptz,
  over_at     timestamptz,
  primary key (stream_id, id),
  check ((step is null) = (step_until is null)),
  check (not_now_at is null or over_at is not null)
) with (fillfactor = 80);
create unique index activity_newest on activity (stream_id, offered_seq);
create index activity_last on activity (stream_id, offered_by, offered_seq);
create index activity_no on activity (stream_id, offered_by, which, offered_seq)
  where not_now_at is not null;
-- One at a time, whatever the code above it does.
create unique index activity_standing on activity (stream_id) where over_at is null;
