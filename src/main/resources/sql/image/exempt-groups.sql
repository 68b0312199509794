-- Exempt by any address of the group that it matches, by id or, where it has none, by primary address.
update image_group
set reason = 'EXEMPT', detail = null
where generation = :run and exists (
    select 1
    from exemption e
    join address d on d.address = e.subject
    join mail_group a on a.id = d.group_id
    where a.entra_id = image_group.entra_id
        or (a.entra_id is null and a.primary_address = image_group.primary_address)
)
