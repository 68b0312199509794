update plan_item
set outcome = 'REJECTED', error = null
where run_id = :run and (outcome = 'HELD' or (:review and outcome in ('PENDING', 'BLOCKED')))
