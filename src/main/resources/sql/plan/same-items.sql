delete from plan_item where run_id = :run and outcome = 'SAME'
