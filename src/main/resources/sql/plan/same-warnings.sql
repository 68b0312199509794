delete from plan_warning
where item_id in (select id from plan_item where run_id = :run and outcome = 'SAME')
