-- A run that is open although nobody holds the lease was left by a process that is gone. One with held items has none now.
update sync_run
set problem = case when status = 'HELD' then problem else cast(:problem as varchar(8000)) end,
    finished_at = case when status = 'HELD' then finished_at else cast(:now as timestamp with time zone) end,
    expires_at = case when status = 'HELD' then expires_at end,
    stage = 'DONE',
    status = case when status = 'HELD' then 'PARTIAL' else 'CANCELLED' end
where status in ('RUNNING', 'AWAITING_REVIEW', 'HELD')
