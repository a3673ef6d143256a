-- What a person set to be reminded of an agreement in force, in their own words: on their own
-- stream, so that the other cannot tell whether there is one. Where in the log the words stand.
create table agreement_reminder (
  stream_id    uuid not null references stream (id),
  id           uuid not null,
  version      int not null,
  set_seq      bigint not null,
  times        text not null,
  reminded_at  timestamptz,
  paused       boolean not null,
  paused_until timestamptz,
  primary key (stream_id, id),
  check (paused or paused_until is null)
);
