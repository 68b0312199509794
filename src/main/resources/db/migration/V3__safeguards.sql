-- What is held waits for approval, in the newest run that plans it, for as long as it does not change.

alter table sync_run add column tech_contact varchar(320);
-- items that failed so far, and items that wait for approval
alter table sync_run add column failed integer default 0 not null;
alter table sync_run add column held integer default 0 not null;
alter table sync_run add column approved_at timestamp with time zone;
alter table sync_run add column approved_by varchar(320);
-- its process ended while it ran
alter table sync_run add column abandoned boolean default false not null;

alter table plan_item add column held_since timestamp with time zone;
alter table plan_item add column approved boolean default false not null;
-- the losses of a group that would lose too many members, apart from its other changes
alter table plan_item add column holds_members boolean default false not null;

alter table plan_member add column held boolean default false not null;

-- a domain in use was removed: the removals of the next plan wait for approval
alter table directory_state add column hold_removals boolean default false not null;
