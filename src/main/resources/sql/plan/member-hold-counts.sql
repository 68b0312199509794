update plan_item
set members_removed = 0
where run_id = :run
    and object_type = 'GROUP'
    and not holds_members
    and entra_id in (select entra_id from plan_item where run_id = :run and holds_members)
