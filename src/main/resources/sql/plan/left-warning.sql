-- The people just held.
insert into plan_warning (item_id, code, detail)
select p.id, 'ADMIN_LEFT', coalesce(p.address, p.entra_id) || ' is ' ||
    case when p.category = 'DELETE' then 'deleted' else 'no longer in scope' end || ' in Microsoft Entra.'
from plan_item p
where p.run_id = :run
    and p.outcome = 'HELD'
    and p.object_type = 'USER'
    and p.category in ('DISABLE', 'DELETE')
