select a.id, a.primary_address, a.display_name
from account a
where a.role = 'ADMIN' and a.kind = 'USER' and a.status = 'ACTIVE' and coalesce(a.mobile_phone, '') = ''
