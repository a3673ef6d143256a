-- A person's own card, section by section, on their own stream: nobody else can tell of it.
create table care_section (
  stream_id uuid not null references stream (id),
  section   text not null check (section in ('flooded', 'helps', 'please_dont', 'loved', 'space',
              'contact', 'capacity')),
  version   int not null,
  kept_seq  bigint not null,
  primary key (stream_id, section)
);

-- What somebody shows the partner of it, until they hide it.
create table care_share (
  stream_id  uuid not null references stream (id),
  owner      uuid not null,
  section    text not null check (section in ('flooded', 'helps', 'please_dont', 'loved', 'space',
               'contact', 'capacity')),
  version    int not null,
  share      uuid not null,
  shared_at  timestamptz not null,
  shared_seq bigint not null,
  primary key (stream_id, owner, section)
);
create unique index care_share_id on care_share (stream_id, share);
