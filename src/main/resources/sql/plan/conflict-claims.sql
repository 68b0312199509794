-- Who is out of scope claims nothing else either.
delete from plan_address
where run_id = :run
    and item_id in (
        select p.id
        from plan_item p
        join plan_address x on x.item_id = p.id and x.address = p.new_primary and x.lost
        where p.run_id = :run and p.category = 'ADD' and p.outcome = 'PENDING'
    )
