update sync_run
set problem = :problem
where id = :run
    and problem is null
    and status = 'RUNNING'
    and lease_token = :lease
    and exists (select 1 from run_lease l where l.token = :lease)
