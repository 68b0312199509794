select a.primary_address
from account a
where a.role = 'ADMIN' and a.status = 'ACTIVE' and a.primary_address is not null
order by a.primary_address
