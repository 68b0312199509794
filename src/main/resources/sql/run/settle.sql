-- Status and date follow from what is still held.
update sync_run
set held = (select count(*) from plan_item p where p.run_id = sync_run.id and p.outcome = 'HELD'),
    expires_at = (
        select min(p.held_since) + interval '7' day
        from plan_item p
        where p.run_id = sync_run.id and p.outcome = 'HELD'
    ),
    status = case
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome in ('FAILED', 'STALE')) then 'PARTIAL'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'HELD') then 'HELD'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'BLOCKED') then 'PARTIAL'
        else 'SUCCEEDED'
    end
where id = :run and status in ('HELD', 'PARTIAL', 'SUCCEEDED')
