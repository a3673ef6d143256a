-- A refresh token may be good for one use only: who renews a sign-in's tokens takes this first.
alter table vault.web_session add column renewing_until timestamptz;
