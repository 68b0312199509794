insert into plan_warning (item_id, code, detail)
select item_id, 'ADDRESS_CONFLICT', address || ' belongs to someone else.'
from plan_address
where run_id = :run and lost
