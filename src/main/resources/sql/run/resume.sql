update sync_run
set lease_token = :lease, status = 'RUNNING', stage = 'APPLYING', finished_at = null
where id = :run
