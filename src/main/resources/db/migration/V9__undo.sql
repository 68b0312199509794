-- Undoing what a run applied, and ending a run early.

alter table sync_run add column cancel_requested boolean default false not null;
-- whether what is undone is exempt from then on
alter table sync_run add column undo_exempts boolean default false not null;

-- the item that this one reverses
alter table plan_item add column undoes bigint;
-- undone, but left to the next run in place of an exemption
alter table plan_item add column leaves boolean default false not null;
-- gives an adopted entry back: it is local again
alter table plan_item add column releases boolean default false not null;

-- who had disabled the account when it was deleted
alter table deleted_account add column disabled_by varchar(8);

-- Memberships that ended because a run deleted one of both.
create table removed_member (
    run_id bigint not null,
    group_id bigint not null,
    account_id bigint,
    nested_group_id bigint
);
create index removed_member_group on removed_member (run_id, group_id);
create index removed_member_account on removed_member (run_id, account_id);
create index removed_member_nested on removed_member (run_id, nested_group_id);
