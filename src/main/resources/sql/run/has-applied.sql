select exists (select 1 from plan_item p where p.run_id = :run and p.outcome = 'APPLIED') from directory_state
