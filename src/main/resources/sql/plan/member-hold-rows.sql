update plan_member
set held = true
where run_id = :run
    and change = 'REMOVED'
    and group_entra_id in (select entra_id from plan_item where run_id = :run and holds_members)
