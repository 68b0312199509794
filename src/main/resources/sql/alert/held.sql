-- What waits for approval, but for people, who are told of one by one.
select r.id as run, p.object_type, count(*) as n, min(p.held_since) as since
from sync_run r
join plan_item p on p.run_id = r.id and p.outcome = 'HELD'
where r.held > 0
    and r.status not in ('RUNNING', 'FAILED')
    and not exists (select 1 from plan_warning w where w.item_id = p.id and w.code = 'ADMIN_LEFT')
group by r.id, p.object_type
