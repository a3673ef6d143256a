-- By a keyed hash of who it is to the identity provider: erasing an account must not buy new guesses,
-- and what is left of one for some minutes names nobody.
drop table wrong_code;
create table wrong_code (
  who bytea not null,
  at  timestamptz not null
);
create index wrong_code_who on wrong_code (who, at);
create index wrong_code_at on wrong_code (at);
