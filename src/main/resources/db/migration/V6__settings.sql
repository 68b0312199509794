-- Settings that were changed while the product runs, and the settings that each run goes by.

-- What wins over the configuration until it is reset.
create table setting_override (
    setting_key varchar(64) ${ascii} not null primary key,
    -- as it would be configured; a secret is encrypted
    setting_value varchar(16000) not null,
    encrypted boolean not null,
    origin varchar(7) not null check (origin in ('CONSOLE', 'SYSTEM')),
    changed_by varchar(320) not null,
    changed_at timestamp with time zone not null,
    reason varchar(1024),
    -- what was configured then; null for a secret
    configured_value varchar(16000)
);

-- The product's settings when the run began, without what a manual run had of its own; null: a run from before.
alter table sync_run add column plan_settings varchar(100000);

-- What the rules looked at, so that they can be asked again: whether rules of the tenant decide who is in the group
alter table image_group add column dynamic_members boolean default false not null;
-- false: Graph did not say whether the user may sign in
alter table image_user add column sign_in_known boolean default true not null;
