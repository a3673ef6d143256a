-- Each of the two has versions of their own: one cannot use up the other's.
alter table agreement add column author_wrote int;
update agreement a set author_wrote = (
  select count(*) from event e
  where e.stream_id = a.stream_id and e.seq = any (a.entry_seqs) and e.by_person = a.author
    and e.kind in ('agreement.proposed', 'agreement.changed'));
alter table agreement alter column author_wrote set not null;
alter table agreement add check (author_wrote between 1 and latest);

-- When somebody last showed what leaves no row when it is taken back: only for the limit.
create table lately (
  stream_id uuid not null references stream (id),
  person_id uuid not null,
  kind      text not null,
  seq       bigint not null,
  at        timestamptz not null,
  primary key (stream_id, person_id, kind, seq)
);

-- What one wrote when there was one limit for both may be more than their share now, and must not
-- take from the other's.
alter table agreement drop constraint if exists agreement_latest_check;
alter table agreement add check (latest between 1 and 90);
alter table worksheet drop constraint if exists worksheet_written_seqs_check;
alter table worksheet add check (cardinality(written_seqs) <= 75);
alter table weekly_item drop constraint if exists weekly_item_seqs_check;
alter table weekly_item add check (cardinality(seqs) <= 30);
