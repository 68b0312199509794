select r.id as run, p.entra_id, w.detail, p.held_since as since
from sync_run r
join plan_item p on p.run_id = r.id and p.outcome = 'HELD'
join plan_warning w on w.item_id = p.id and w.code = 'ADMIN_LEFT'
where r.held > 0 and r.status not in ('RUNNING', 'FAILED')
