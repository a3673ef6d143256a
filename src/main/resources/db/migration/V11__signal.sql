-- Signals for as long as they are shown.
create table signal (
  stream_id uuid not null references stream (id),
  seq       bigint not null,
  at        timestamptz not null,
  by_person uuid not null,
  signal    text not null
    check (signal in ('slower', 'say_the_need', 'shutting_down', 'hard_but_here', 'may_need_space')),
  primary key (stream_id, seq)
);
create index signal_last on signal (stream_id, by_person, seq);
