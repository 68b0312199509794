-- Scheduled runs that failed since the last one of any kind that succeeded, since a manual read, and since somebody
-- checked or changed the connection. A skipped run does not count, nor one whose process was killed.
select count(*) as failures
from sync_run r
join directory_state d on d.id = 1
where r.started_by = 'SCHEDULED'
    and r.status = 'FAILED'
    and not r.abandoned
    and (d.tries_from is null or r.started_at > d.tries_from)
    and r.id > coalesce(
        (
            select max(o.id)
            from sync_run o
            where o.status not in ('RUNNING', 'FAILED', 'CANCELLED')
                or (o.started_by = 'MANUAL' and o.problem like '%"code":"UNREGISTERED_DOMAINS"%')
        ),
        0
    )
