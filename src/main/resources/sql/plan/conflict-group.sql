-- Rule 9: the primary of a new group belongs to someone else after this plan.
update image_group
set reason = 'ADDRESS_CONFLICT', detail = primary_address
where generation = (select generation from sync_run where id = :run)
    and reason is null
    and entra_id in (
        select p.entra_id
        from plan_item p
        join plan_address x on x.item_id = p.id and x.address = p.new_primary and x.lost
        where p.run_id = :run and p.category = 'ADD' and p.object_type = 'GROUP' and p.outcome = 'PENDING'
    )
