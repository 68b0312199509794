update run_lease set holder = null where id = 1 and token = :token
