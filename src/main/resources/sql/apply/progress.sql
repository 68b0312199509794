update sync_run set applied = (select count(*) from plan_item where run_id = :run and outcome <> 'PENDING') where id = :run
