-- Where a person can be reached by Web Push, under the id that a browser's hello carries.
create table push_subscription (
  person_id uuid not null,
  id        uuid not null,
  content   bytea not null,        -- address and keys, sealed with the person's own key
  address   bytea not null unique, -- hash of the address: a browser is reached for one person alone
  session   text,                  -- the sign-in it came with; null for a bearer token
  since     timestamptz not null,
  primary key (person_id, id)
);

-- How a person wants to be reached.
create table notice_choice (
  person_id    uuid primary key,
  paused       boolean not null default false,
  paused_until timestamptz,                    -- null while paused: until the person says
  moments      boolean not null default false, -- the two moments of a time-out also in quiet hours
  buttons      boolean not null default true,
  mail         bytea,                          -- the address, sealed with the person's own key
  mailed_at    timestamptz
);

-- What still has to reach somebody: one row for an event, a person and a way. Gone when it is done.
create table notice (
  stream_id     uuid not null,
  seq           bigint not null,
  person_id     uuid not null,
  way           text not null,        -- the id of a push subscription, or mail
  kind          text not null,
  at            timestamptz not null, -- of the event
  due_at        timestamptz not null,
  attempts      integer not null default 0,
  held          boolean not null default false,
  claimed_until timestamptz,
  primary key (stream_id, seq, person_id, way)
);
create index notice_due on notice (due_at);
create index notice_person on notice (person_id, way);
