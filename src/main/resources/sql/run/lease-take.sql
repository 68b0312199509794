update run_lease
set holder = :holder, token = token + 1, heartbeat_at = :now
where id = 1 and (holder is null or heartbeat_at < :gone or heartbeat_at > :ahead or (:alone and holder <> :holder))
