-- A run that is open although nobody holds the lease was left by a process that is gone. One with held items has none now.
update sync_run
set problem = case when held > 0 then problem else cast(:problem as varchar(8000)) end,
    finished_at = case when held > 0 then finished_at else cast(:now as timestamp with time zone) end,
    expires_at = null,
    stage = 'DONE',
    status = case when held > 0 then 'PARTIAL' else 'CANCELLED' end,
    held = 0
where status in ('RUNNING', 'AWAITING_REVIEW') or held > 0
