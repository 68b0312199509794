update sync_run
set cancel_requested = true,
    status = case when status = 'RUNNING' then status else 'CANCELLED' end,
    stage = case when status = 'RUNNING' then stage else 'DONE' end,
    expires_at = case when status = 'RUNNING' then expires_at end
where id = :run and status in ('RUNNING', 'AWAITING_REVIEW')
