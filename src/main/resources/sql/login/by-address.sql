select a.id, a.primary_address
from address d
join account a on a.id = d.account_id
where d.address = :address
    and a.role = 'ADMIN' and a.status = 'ACTIVE' and a.entra_id is null
    and not exists (select 1 from admin_login l where l.account_id = a.id and l.confirmed_at is not null)
