update sync_run
set stage = case when problem is null and mode = 'REVIEW' and total > 0 then 'REVIEW' else 'DONE' end,
    finished_at = :now,
    aliases_left_out = coalesce((select sum(d.aliases) from image_domain d where d.generation = sync_run.generation), 0),
    expires_at = case when problem is null and mode = 'REVIEW' and total > 0 then cast(:expires as timestamp with time zone) end,
    status = case
        when problem is not null then 'FAILED'
        when total = 0 then 'NO_CHANGE'
        when mode = 'REVIEW' then 'AWAITING_REVIEW'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome in ('FAILED', 'STALE')) then 'PARTIAL'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'HELD') then 'HELD'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'BLOCKED') then 'PARTIAL'
        else 'SUCCEEDED'
    end
where id = :run and status = 'RUNNING'
