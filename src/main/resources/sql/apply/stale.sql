-- What changed since the plan was made is not forced.
update plan_item
set outcome = 'STALE', error = 'It changed after the plan was made.'
where id between :from and :to and component = :component and selected and outcome = 'PENDING'
    and (
        (category = 'ADD' and object_type = 'USER' and exists (
            select 1 from account a where a.entra_id = plan_item.entra_id))
        or (category = 'ADD' and object_type = 'GROUP' and exists (
            select 1 from mail_group g where g.entra_id = plan_item.entra_id))
        or (category <> 'ADD' and object_type = 'USER' and not exists (
            select 1 from account a where a.id = plan_item.target_id and a.version = plan_item.target_version))
        or (category <> 'ADD' and object_type = 'GROUP' and not exists (
            select 1 from mail_group g where g.id = plan_item.target_id
                and (g.version = plan_item.target_version or plan_item.holds_members)))
        or exists (
            select 1
            from plan_address x
            join address d on d.address = x.address
            where x.item_id = plan_item.id
                and x.new_role is not null
                and x.old_role is null
                and not exists (
                    select 1
                    from plan_address g
                    join plan_item giver on giver.id = g.item_id
                    where g.run_id = plan_item.run_id
                        and g.address = x.address
                        and g.old_role is not null
                        and giver.component = plan_item.component
                        and giver.target_id = case giver.object_type when 'USER' then d.account_id else d.group_id end
                )
        )
    )
