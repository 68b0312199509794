-- A run that is never seen by anybody else: the plan of a preview. Its image is a copy under its own generation.
insert into sync_run (
    id, started_by, mode, status, stage, started_at, full_read, generation,
    active_users, distribution_groups, security_groups, microsoft_365_groups, dynamic_groups,
    add_users, update_users, add_groups, update_groups, remove_users, remove_groups, new_user_role,
    max_removals, max_removal_percent, tech_contact, shared_mailboxes
)
select
    cast(:run as bigint), 'MANUAL', 'REVIEW', 'RUNNING', 'PLANNING', i.started_at, true, cast(:run as bigint),
    cast(:activeUsers as boolean), cast(:distributionGroups as boolean), cast(:securityGroups as boolean),
    cast(:microsoft365Groups as boolean), cast(:dynamicGroups as boolean),
    cast(:addUsers as boolean), cast(:updateUsers as boolean), cast(:addGroups as boolean),
    cast(:updateGroups as boolean), cast(:removeUsers as boolean), cast(:removeGroups as boolean),
    cast(:newUserRole as varchar(11)), cast(:maxRemovals as integer), cast(:maxRemovalPercent as integer),
    cast(:techContact as varchar(320)),
    case cast(:sharedMailboxes as varchar(5)) when 'TRUE' then true when 'FALSE' then false else i.shared_mailboxes end
from sync_run i
where i.id = :image
