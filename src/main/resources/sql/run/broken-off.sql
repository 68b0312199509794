-- A plan without its seal was not finished; a sealed one must have no open item once it was applied.
update sync_run
set problem = :problem
where id = :run
    and problem is null
    and not cancel_requested
    and (
        plan_hash is null
        or ((mode = 'APPLY' or approved_at is not null) and exists (
            select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'PENDING' and p.selected
        ))
    )
