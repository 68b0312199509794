-- A known object that does not get its new primary keeps the one it has.
update plan_address
set new_role = 'PRIMARY', lost = false, claim = '00'
where run_id = :run
    and old_role = 'PRIMARY'
    and claim <> '00'
    and item_id in (
        select p.id
        from plan_item p
        join plan_address x on x.item_id = p.id and x.address = p.new_primary and x.lost
        where p.run_id = :run and p.old_primary is not null and p.old_primary <> p.new_primary and p.new_status = 'ACTIVE'
    )
