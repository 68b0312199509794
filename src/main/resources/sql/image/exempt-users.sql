-- Exempt by any address of the account that the user matches, by id or, where it has none, by primary address.
update image_user
set reason = 'EXEMPT', detail = null
where generation = :run and exists (
    select 1
    from exemption e
    join address d on d.address = e.subject
    join account a on a.id = d.account_id
    where a.entra_id = image_user.entra_id
        or (a.entra_id is null and a.primary_address = image_user.primary_address)
)
