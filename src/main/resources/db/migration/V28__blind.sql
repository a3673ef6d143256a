-- What people answer blind, each on their author's own stream: nobody else can tell of it. The words
-- stand in that stream's log.
create table blind (
  stream_id uuid not null references stream (id),
  couple_id uuid not null, -- for whom: it never goes to another space
  kind      text not null,
  thing     uuid not null,
  kept_seq  bigint not null,
  ready     boolean not null default false,
  revealed  boolean not null default false,
  primary key (stream_id, kind, thing)
) with (fillfactor = 80);
create unique index blind_newest on blind (stream_id, kind, kept_seq);
-- Whoever looks whether both are ready knows the couple and the thing.
create index blind_thing on blind (couple_id, kind, thing);
