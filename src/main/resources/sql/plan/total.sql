update sync_run set total = (select count(*) from plan_item where run_id = :run), stage = 'PLANNING' where id = :run
