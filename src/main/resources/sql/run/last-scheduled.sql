-- A run whose process is gone does not count: it is due again. But whatever kills one process after the other is not
-- fed for ever: from the third on they count.
select max(r.started_at) as started_at
from sync_run r
where r.started_by = 'SCHEDULED'
    and not (
        r.status = 'RUNNING'
        and exists (
            select 1 from run_lease l where l.holder is null or l.token <> r.lease_token or l.heartbeat_at < :gone
        )
    )
    and not (
        r.abandoned
        and 3 > (
            select count(*)
            from sync_run a
            where a.abandoned
                and a.started_by = 'SCHEDULED'
                and a.id > coalesce((
                    select max(b.id) from sync_run b where b.started_by = 'SCHEDULED' and b.status <> 'RUNNING' and not b.abandoned
                ), 0)
        )
    )
