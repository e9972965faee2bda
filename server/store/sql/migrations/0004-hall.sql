create table hall_labs (
  id text primary key,
  season text not null,
  owner text not null,
  total double precision not null,
  entered_at_ms bigint not null,
  card text not null
);

create index hall_labs_by_season on hall_labs (season);
