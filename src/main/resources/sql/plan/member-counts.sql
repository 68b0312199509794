update plan_item
set members_added = (
        select count(*) from plan_member m
        where m.run_id = plan_item.run_id and m.group_entra_id = plan_item.entra_id and m.change = 'ADDED'
    ),
    members_removed = (
        select count(*) from plan_member m
        where m.run_id = plan_item.run_id and m.group_entra_id = plan_item.entra_id and m.change = 'REMOVED'
    )
where run_id = :run and object_type = 'GROUP'
