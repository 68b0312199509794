select component, min(id) as first_id, max(id) as last_id
from plan_item
where run_id = :run and component > 0 and selected and outcome = 'PENDING'
group by component
order by component
limit 1
