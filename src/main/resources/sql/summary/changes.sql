select p.*
from sync_run r
join plan_item p on p.run_id = r.id and p.outcome = 'APPLIED' and p.applied_at >= :from and p.applied_at < :until
where r.started_at < :until and (r.finished_at is null or r.finished_at >= :from)
    and p.category like :category
    and p.id > :after
order by p.id
limit :limit
