select p.*
from sync_run r
join plan_item p on p.run_id = r.id and p.outcome = 'HELD' and p.selected
where r.held > 0 and r.status not in ('RUNNING', 'FAILED')
