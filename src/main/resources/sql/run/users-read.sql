update sync_run
set pages = pages + 1, users_read = users_read + :read, duplicates = duplicates + :duplicates
where id = :run
