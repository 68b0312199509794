-- Who waited for others is judged anew.
update plan_item
set outcome = 'PENDING', error = null
where run_id = :run and outcome = 'BLOCKED' and component > 0
