select id from sync_run where held > 0 and expires_at < :now
