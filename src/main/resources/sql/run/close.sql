update sync_run
set stage = case when problem is null and not cancel_requested and mode = 'REVIEW' and approved_at is null and total > 0 then 'REVIEW' else 'DONE' end,
    finished_at = :now,
    held = case when problem is null and not cancel_requested and (mode = 'APPLY' or approved_at is not null) then (
        select count(*) from plan_item p where p.run_id = sync_run.id and p.outcome = 'HELD'
    ) else 0 end,
    aliases_left_out = coalesce((select sum(d.aliases) from image_domain d where d.generation = sync_run.generation), aliases_left_out),
    expires_at = case
        when problem is not null or cancel_requested then null
        when mode = 'REVIEW' and approved_at is null and total > 0 then cast(:reviewEnds as timestamp with time zone)
        else (
            select min(p.held_since) + interval '7' day
            from plan_item p
            where p.run_id = sync_run.id and p.outcome = 'HELD'
        )
    end,
    status = case
        when problem is not null then 'FAILED'
        when cancel_requested then 'CANCELLED'
        when total = 0 then 'NO_CHANGE'
        when mode = 'REVIEW' and approved_at is null then 'AWAITING_REVIEW'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome in ('FAILED', 'STALE')) then 'PARTIAL'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'HELD') then 'HELD'
        when exists (select 1 from plan_item p where p.run_id = sync_run.id and p.outcome = 'BLOCKED') then 'PARTIAL'
        else 'SUCCEEDED'
    end
where id = :run and status = 'RUNNING'
