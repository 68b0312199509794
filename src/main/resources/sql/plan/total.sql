update sync_run
set total = (select count(*) from plan_item p where p.run_id = :run)
where id = :run
