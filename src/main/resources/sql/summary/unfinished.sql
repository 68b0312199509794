select p.*
from plan_item p
where p.run_id = :run and p.selected and p.outcome in (<outcomes>)
