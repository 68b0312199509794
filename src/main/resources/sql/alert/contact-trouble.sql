select s.trouble
from (
    select 1 as place, 'Its account is disabled.' as trouble
    from address o
    join account a on a.id = o.account_id and a.status = 'DISABLED'
    where o.address = :address
    union all
    select 1, 'Its group is disabled.'
    from address o
    join mail_group g on g.id = o.group_id and g.status = 'DISABLED'
    where o.address = :address
    union all
    select 2, case when p.category = 'DELETE' then 'It is deleted in Microsoft Entra; the removal waits for approval.' else 'It is disabled in Microsoft Entra; that waits for approval.' end
    from directory_state d
    join sync_run r on r.held > 0
    join plan_item p on p.run_id = r.id and p.entra_id = d.contact_entra_id and p.outcome = 'HELD' and p.category in ('DISABLE', 'DELETE')
    where d.contact_address = :address
    union all
    select 3, 'Its account or group was deleted.'
    from directory_state d
    where d.contact_address = :address and not exists (select 1 from address o where o.address = :address)
) s
order by s.place
limit 1
