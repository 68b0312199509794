insert into plan_warning (item_id, code, detail)
select id, 'ADOPTED', 'The local entry with this primary address is managed by the sync from now on.'
from plan_item
where run_id = :run and adopts
