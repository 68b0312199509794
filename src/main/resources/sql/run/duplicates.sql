update sync_run set duplicates = duplicates + :duplicates where id = :run
