delete from plan_address
where run_id = :run and item_id in (select id from plan_item where run_id = :run and outcome = 'SAME')
