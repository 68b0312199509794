select r.id as run, r.finished_at as since
from sync_run r
where r.status = 'AWAITING_REVIEW' and r.started_by = 'SCHEDULED'
