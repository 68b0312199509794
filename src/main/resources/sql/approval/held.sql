update plan_item
set outcome = 'PENDING', approved = true, error = null
where run_id = :run and outcome = 'HELD'
