-- Every addition with a primary has a row for it, unless rule 9 took its claims away.
delete from plan_item
where run_id = :run
    and category = 'ADD'
    and outcome = 'PENDING'
    and new_primary is not null
    and not exists (select 1 from plan_address x where x.item_id = plan_item.id)
