-- What kind of mailbox somebody has, which filters narrow the sync, and which exempt aliases were left out.

-- whether the kind FUNCTIONAL was set by a sync; only then may a sync take it back
alter table account add column kind_by_sync boolean default false not null;
alter table deleted_account add column kind_by_sync boolean default false not null;

-- whether this run asks for the purpose of mailboxes
alter table sync_run add column shared_mailboxes boolean default false not null;

alter table image_user add column sign_in_disabled boolean default false not null;
-- null: not delivered
alter table image_user add column licensed boolean;
-- a shared, room or equipment mailbox, which rule 4 does not concern
alter table image_user add column functional boolean default false not null;
-- the primary's domain, if that is what is wrong with it
alter table image_user add column unregistered_domain varchar(253) ${ascii};
alter table image_group add column unregistered_domain varchar(253) ${ascii};
-- the attribute filter that keeps the user out; whether one lets it in (null: no such filter is set)
alter table image_user add column excluded_by varchar(400);
alter table image_user add column included boolean;

-- primary domains are counted from the objects themselves, because filters and mailboxes decide after a page is staged
alter table image_domain drop column primaries;

-- The last answer about each mailbox; who was never answered for has no row.
create table mailbox (
    entra_id varchar(64) ${ascii} not null primary key,
    purpose varchar(10) not null,
    -- as it was when this was asked; another state is a reason to ask again
    licensed boolean,
    answered_at timestamp with time zone not null
);

-- What the current run asks.
create table mailbox_question (
    run_id bigint not null,
    entra_id varchar(64) ${ascii} not null,
    licensed boolean,
    -- null: open; UNKNOWN; else the purpose
    answer varchar(10),
    constraint mailbox_question_key unique (run_id, entra_id)
);

-- The groups that filters name, found among the groups that were read.
create ${unlogged} table image_filter (
    generation bigint not null,
    effect varchar(7) not null,
    entra_id varchar(64) ${ascii} not null,
    -- as it is configured
    name varchar(1024) not null
);
create index image_filter_generation on image_filter (generation, entra_id);

-- Their members, nested ones included.
create ${unlogged} table image_filter_member (
    generation bigint not null,
    group_entra_id varchar(64) ${ascii} not null,
    member_entra_id varchar(64) ${ascii} not null
);
create index image_filter_member_id on image_filter_member (generation, member_entra_id);

-- Aliases that are left out because they are exempt.
create ${unlogged} table image_exempt_address (
    generation bigint not null,
    page integer not null,
    object_type varchar(5) not null,
    entra_id varchar(64) ${ascii} not null,
    address varchar(320) ${ascii} not null
);
create index image_exempt_address_owner on image_exempt_address (generation, entra_id);
