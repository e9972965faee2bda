alter table seats add column screen_id text;
alter table seats add column looks_on boolean not null default false;
