-- Administrators and whoever receives the summary are never disabled or deleted without approval.
update plan_item
set outcome = 'HELD', error = 'An administrator or the tech contact would be locked out; held for approval.'
where run_id = :run
    and outcome = 'PENDING'
    and object_type = 'USER'
    and category in ('DISABLE', 'DELETE')
    and (
        role = 'ADMIN'
        or exists (
            select 1
            from sync_run r
            join address d on d.address = r.tech_contact
            where r.id = :run and d.account_id = plan_item.target_id
        )
    )
