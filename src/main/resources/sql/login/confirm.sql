update admin_login
set confirmed_at = :now, confirmed_by = :actor
where id = :id
    and confirmed_at is null
    and not exists (
        select 1 from admin_login o where o.account_id = admin_login.account_id and o.confirmed_at is not null
    )
