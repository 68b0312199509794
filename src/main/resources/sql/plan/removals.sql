-- What stops receiving mail: who is disabled or deleted, and whose address goes to nobody.
update plan_item
set removes = true
where run_id = :run
    and (
        (category = 'DISABLE' and old_status = 'ACTIVE')
        or (category = 'DELETE' and old_status = 'ACTIVE')
        or (category = 'UPDATE' and old_status = 'ACTIVE' and exists (
            select 1
            from plan_address x
            where x.item_id = plan_item.id
                and x.old_role is not null
                and x.new_role is null
                and not exists (
                    select 1
                    from plan_address taker
                    where taker.run_id = x.run_id and taker.address = x.address and taker.new_role is not null
                )
        ))
    )
