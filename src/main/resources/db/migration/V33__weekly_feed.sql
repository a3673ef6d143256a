-- Who lets a calendar program read when the two sit down, at an address that nobody can guess.
create table weekly_feed (
  person_id uuid primary key,
  secret    bytea not null unique, -- keyed hash of what stands in the address
  since     timestamptz not null
);
