-- The first run after rebinding stops at review, whoever asks for it.
insert into sync_run (
    started_by, mode, status, stage, started_at, requested_by, full_read,
    active_users, distribution_groups, security_groups, microsoft_365_groups, dynamic_groups,
    add_users, update_users, add_groups, update_groups, remove_users, remove_groups, new_user_role,
    max_removals, max_removal_percent, tech_contact
)
values (
    :trigger, (select case when d.review_next then 'REVIEW' else cast(:mode as varchar(6)) end from directory_state d), :status, :stage, :now, :requestedBy, true,
    :activeUsers, :distributionGroups, :securityGroups, :microsoft365Groups, :dynamicGroups,
    :addUsers, :updateUsers, :addGroups, :updateGroups, :removeUsers, :removeGroups, :newUserRole,
    :maxRemovals, :maxRemovalPercent, :techContact
)
