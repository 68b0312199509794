update sync_run set members_read = members_read + :read where id = :run
