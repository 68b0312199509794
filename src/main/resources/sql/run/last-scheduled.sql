-- A run whose process is gone does not count: it is due again.
select max(r.started_at) as started_at
from sync_run r
where r.started_by = 'SCHEDULED'
    and not (
        r.status = 'RUNNING'
        and exists (
            select 1 from run_lease l where l.holder is null or l.token <> r.lease_token or l.heartbeat_at < :gone
        )
    )
