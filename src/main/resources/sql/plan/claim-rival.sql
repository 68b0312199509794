-- Of several claims to one address the least wins.
update plan_address
set new_role = null, lost = true
where run_id = :run
    and new_role is not null
    and address in (
        select address from plan_address where run_id = :run and new_role is not null group by address having count(*) > 1
    )
    and claim > (
        select min(rival.claim)
        from plan_address rival
        where rival.run_id = :run and rival.address = plan_address.address and rival.new_role is not null
    )
