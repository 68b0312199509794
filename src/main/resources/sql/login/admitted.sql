select a.id, a.primary_address
from account a
where a.role = 'ADMIN' and a.status = 'ACTIVE'
    and (
        a.entra_id = :entraId
        or (
            a.entra_id is null
            and exists (
                select 1
                from admin_login l
                where l.account_id = a.id and l.entra_id = :entraId and l.confirmed_at is not null
            )
        )
    )
