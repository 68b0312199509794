-- How far the run has come, for those who watch and for the next chunk.
update sync_run
set applied = applied + :done,
    failed = failed + :failed,
    applied_to = case when cast(:component as bigint) < 0 then :to else applied_to end
where id = :run
