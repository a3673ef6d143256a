-- A code that may make two people a couple. Its hash is keyed: a dump does not let anyone try codes.
create table invite (
  id         uuid primary key,
  code       bytea not null unique,
  inviter    uuid not null,
  claimant   uuid,
  state      text not null check (state in ('open', 'claimed', 'confirmed', 'revoked')),
  couple_id  uuid,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index invite_inviter on invite (inviter);
create index invite_claimant on invite (claimant);
create index invite_couple on invite (couple_id);
create index invite_expires on invite (expires_at);

-- Guesses, to slow down whoever tries codes, on all nodes together.
create table wrong_code (
  person_id uuid not null,
  at        timestamptz not null
);
create index wrong_code_person on wrong_code (person_id, at);

-- Who is in a couple now. The key is what keeps everybody to one.
create table couple_member (
  person_id  uuid primary key,
  couple_id  uuid not null,
  partner_id uuid not null,
  since      timestamptz not null
);
create index couple_member_couple on couple_member (couple_id);
