select min(id) as first_id, max(id) as last_id
from (
    select id from plan_item
    where run_id = :run and component = 0 and selected and outcome = 'PENDING'
    order by id
    limit :limit
) chunk
