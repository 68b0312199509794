-- Who takes an address from someone who does not give it up now waits.
update plan_item
set outcome = 'BLOCKED', error = 'Waits for another change that gives an address up and is not applied.'
where run_id = :run
    and outcome = 'PENDING'
    and (component = :component or :component = 0)
    and exists (
        select 1
        from plan_address t
        join plan_address g on g.run_id = t.run_id and g.address = t.address and g.old_role is not null and g.new_role is null
        join plan_item giver on giver.id = g.item_id
        where t.item_id = plan_item.id
            and t.new_role is not null
            and t.old_role is null
            and (giver.outcome not in ('PENDING', 'APPLIED') or not giver.selected)
    )
