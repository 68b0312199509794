select item_id as owner, address, old_role, new_role
from plan_address
where item_id in (<ids>) and ('ALIAS' = old_role or 'ALIAS' = new_role)
order by address
