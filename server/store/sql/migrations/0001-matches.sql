create table processes (
  epoch integer primary key generated always as identity,
  alive_at_ms bigint not null
);

create table matches (
  id text primary key,
  code text not null unique,
  address text not null,
  opened_at_ms bigint not null,
  seeds text not null,
  owner_epoch integer not null references processes (epoch)
);

create table moves (
  match_id text not null references matches (id) on delete cascade,
  sequence integer not null,
  json text not null,
  checksum bigint not null,
  primary key (match_id, sequence)
);

create table seats (
  token_hash text primary key,
  match_id text not null references matches (id) on delete cascade,
  player_id text
);

create index seats_by_match on seats (match_id);

create table blob_chunks (
  name text collate "C" not null,
  part integer not null,
  bytes bytea not null,
  primary key (name, part)
);
