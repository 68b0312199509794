-- What a process that is gone left open.
update sync_run
set status = 'FAILED', stage = 'DONE', finished_at = :now, problem = coalesce(problem, :problem)
where status = 'RUNNING'
