update sync_run
set approved_at = :now, approved_by = :actor, applied_to = 0, expires_at = null, held = 0
where id = :run
