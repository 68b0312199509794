update sync_run
set pages = pages + 1, groups_read = groups_read + :read, duplicates = duplicates + :duplicates
where id = :run
