-- A person has the id of their own stream. Name and pronouns are sealed with their key.
create table person (
  id          uuid primary key,
  subject     text not null unique, -- of the identity provider
  name        bytea not null,
  pronouns    bytea,
  time_zone   text not null,
  locale      text not null,
  quiet_from  time,
  quiet_to    time,
  welcomed_at timestamptz, -- when the first-visit pages were agreed to
  created_at  timestamptz not null,
  check ((quiet_from is null) = (quiet_to is null))
);

-- The sign-ins of browsers. The cookie holds a random number, this table its hash and the tokens.
create table vault.web_session (
  id         bytea primary key,
  subject    text not null,
  master     text not null, -- which master key sealed the tokens
  tokens     bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index web_session_subject on vault.web_session (subject);
create index web_session_expires on vault.web_session (expires_at);

-- A node asks at its start which master keys are in use.
create index data_key_master on vault.data_key (master);
