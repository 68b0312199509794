-- Whoever has an address and is not in the plan keeps it: local, exempt, not selected, or its change is withheld.
update plan_address
set new_role = null, lost = true
where run_id = :run
    and new_role is not null
    and old_role is null
    and exists (
        select 1
        from address d
        where d.address = plan_address.address
            and not exists (
                select 1
                from plan_address owner
                where owner.run_id = plan_address.run_id
                    and owner.address = d.address
                    and owner.old_role is not null
            )
    )
