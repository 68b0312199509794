-- What a process that is gone left open.
update sync_run
set status = 'FAILED', stage = 'DONE', abandoned = true, finished_at = :now, problem = coalesce(problem, :problem)
where status = 'RUNNING'
