select min(id) as first_id, max(id) as last_id
from (
    select p.id
    from sync_run r
    join plan_item p on p.id > r.applied_to and p.component = -r.id
    where r.id = :run and p.selected and p.outcome = 'PENDING'
    order by p.id
    limit :limit
) chunk
