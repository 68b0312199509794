-- No item, no member changes: the group's addition was withheld or met a conflict.
delete from plan_member
where run_id = :run
    and group_entra_id not in (
        select entra_id from plan_item where run_id = :run and object_type = 'GROUP' and outcome <> 'WITHHELD'
    )
