create table ratings (
  rater_id text not null,
  season text not null,
  mu double precision not null,
  sigma double precision not null,
  matches integer not null,
  primary key (rater_id, season)
);

create index ratings_by_season on ratings (season);

create table rated_matches (
  match_id text primary key,
  outcome text not null
);
