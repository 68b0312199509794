-- The first run after rebinding stops at review.
alter table directory_state add column review_next boolean default false not null;
-- A hash of the connection's settings: another one means that they changed.
alter table directory_state add column settings_hash varchar(64);
-- Scheduled runs that failed before it no longer count: somebody checked or changed the connection then.
alter table directory_state add column tries_from timestamp with time zone;
-- Since when failed tries are spaced; null: they are not.
alter table directory_state add column spaced_since timestamp with time zone;
