-- The last run that read the tenant and planned.
select max(r.id)
from sync_run r
where r.plan_hash is not null
    and r.generation is not null
    and r.status not in ('RUNNING', 'FAILED')
    and r.started_at < :until
