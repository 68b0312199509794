-- Who was exempted since the plan was made is left alone.
update plan_item
set outcome = 'EXEMPTED', error = null
where run_id = :run
    and outcome in ('PENDING', 'HELD', 'BLOCKED')
    and (
        exists (select 1 from exemption e where e.subject = plan_item.entra_id or e.entra_id = plan_item.entra_id)
        or exists (
            select 1
            from plan_address x
            join exemption e on e.subject = x.address
            where x.item_id = plan_item.id
                and (x.old_role is not null or (plan_item.category = 'ADD' and x.new_role = 'PRIMARY'))
        )
    )
