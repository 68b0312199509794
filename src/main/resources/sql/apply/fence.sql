update run_lease set heartbeat_at = :now where id = 1 and token = :token
