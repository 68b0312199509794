-- A run whose process is gone while it applied a sealed plan: the rest of it is applied.
select r.id
from sync_run r
where r.status = 'RUNNING' and r.stage in ('PLANNING', 'APPLYING') and r.plan_hash is not null
    and (r.mode = 'APPLY' or r.approved_at is not null)
order by r.id
limit 1
