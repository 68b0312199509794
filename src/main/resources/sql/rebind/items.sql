-- What is still open in any plan: held items, and those of plans that are dropped with their run.
update plan_item
set outcome = 'STALE', error = 'The directory was released from its tenant after the plan was made.'
where outcome = 'HELD'
    or (outcome = 'PENDING' and exists (
        select 1 from sync_run r where r.id = plan_item.run_id and r.status in ('RUNNING', 'AWAITING_REVIEW')
    ))
