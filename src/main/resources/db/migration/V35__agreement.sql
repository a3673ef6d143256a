-- What the rules know of each agreement and where in the log its history stands.
create table agreement (
  stream_id         uuid not null references stream (id),
  id                uuid not null,
  version           int not null,
  kind              text not null check (kind in ('need', 'timeout_plan', 'space_plan')),
  author            uuid not null,
  proposed_at       timestamptz not null,
  latest            int not null check (latest between 1 and 60),
  holds             int check (holds <= latest),
  slots             text,
  review_at         timestamptz,
  pending           int check (pending = latest),
  pending_author    uuid,
  pending_hash      text,
  pending_slots     text,
  pending_review_at timestamptz,
  ended_at          timestamptz,
  no_at             timestamptz,
  no_to             uuid,
  hash              text not null,
  entry_seqs        bigint[] not null,
  first_seq         bigint not null,
  primary key (stream_id, id),
  -- What ended holds nothing, and what did not end waits or holds.
  check ((ended_at is not null) = (holds is null and pending is null)),
  check ((pending is null) = (pending_author is null) and (pending is null) = (pending_hash is null))
) with (fillfactor = 80);
create unique index agreement_newest on agreement (stream_id, first_seq);
create index agreement_no on agreement (stream_id, kind, no_to, no_at) where no_at is not null;

-- Who wrote or changed something when: only for the limit.
create table agreement_change (
  stream_id uuid not null references stream (id),
  seq       bigint not null,
  author    uuid not null,
  at        timestamptz not null,
  primary key (stream_id, seq)
);
create index agreement_change_last on agreement_change (stream_id, author, seq);

-- A concern may end in an agreement.
alter table concern drop constraint concern_how_check;
alter table concern add constraint concern_how_check check (how in ('enough', 'agreement'));
