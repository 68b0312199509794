insert into plan_warning (item_id, code, detail)
select id, 'KEPT', 'Stays active with the address it has: Entra still has one of its addresses in a registered domain.'
from plan_item
where run_id = :run
    and category = 'UPDATE'
    and new_status = 'ACTIVE'
    and reason in ('NO_PRIMARY_ADDRESS', 'INVALID_ADDRESS', 'UNREGISTERED_DOMAIN')
