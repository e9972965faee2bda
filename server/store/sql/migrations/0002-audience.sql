alter table seats add column watcher_id text;
