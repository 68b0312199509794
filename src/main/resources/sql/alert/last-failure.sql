select r.id as run, r.started_at as since
from sync_run r
where r.status = 'FAILED'
order by r.id desc
limit 1
