-- Keeps which object of the tenant has the address, so that its going can be told from an address of somebody outside.
merge into directory_state d
using (
    select o.address, coalesce(a.entra_id, g.entra_id) as entra_id
    from address o
    left join account a on a.id = o.account_id
    left join mail_group g on g.id = o.group_id
    where o.address = :address and (a.status = 'ACTIVE' or g.status = 'ACTIVE')
) s
on d.id = 1
when matched and (d.contact_address is distinct from s.address or d.contact_entra_id is distinct from s.entra_id)
then update set contact_address = s.address, contact_entra_id = s.entra_id
