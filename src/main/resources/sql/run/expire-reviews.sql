update sync_run
set status = 'EXPIRED', stage = 'DONE'
where status = 'AWAITING_REVIEW' and expires_at < :now
