-- A new object whose primary address still belongs to a managed one that is gone from Entra waits for its removal.
update plan_item
set outcome = 'BLOCKED', error = 'The address still belongs to an object that was deleted in Entra and is not removed here.'
where run_id = :run
    and category = 'ADD'
    and outcome = 'PENDING'
    and exists (
        select 1
        from sync_run r
        join plan_address x on x.run_id = r.id and x.lost
        join address d on d.address = x.address
        left join account a on a.id = d.account_id
        left join mail_group g on g.id = d.group_id
        where r.id = :run
            and x.item_id = plan_item.id
            and x.address = plan_item.new_primary
            and coalesce(a.entra_id, g.entra_id) is not null
            and not exists (
                select 1 from image_user i where i.generation = r.generation and i.entra_id = coalesce(a.entra_id, g.entra_id)
            )
            and not exists (
                select 1 from image_group i where i.generation = r.generation and i.entra_id = coalesce(a.entra_id, g.entra_id)
            )
            and not exists (
                select 1
                from plan_item o
                where o.run_id = r.id and o.entra_id = coalesce(a.entra_id, g.entra_id) and o.category = 'DELETE'
            )
    )
