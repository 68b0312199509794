-- The addresses that an item's object has in Entra. Rival claims are ordered by their text: a primary beats an alias,
-- then who has the address keeps it, then the lower object id.
insert into plan_address (run_id, item_id, object_type, address, domain, old_role, new_role, claim)
select
    p.run_id, p.id, p.object_type, i.address, i.domain,
    case when d.address is not null then case when d.is_primary then 'PRIMARY' else 'ALIAS' end end,
    case when i.address = p.new_primary then 'PRIMARY' else 'ALIAS' end,
    case when i.address = p.new_primary then '1' else '2' end || case when d.address is null then '1' else '0' end || p.entra_id
from sync_run r
join plan_item p on p.run_id = r.id
join image_address i on i.generation = r.generation and i.entra_id = p.entra_id and i.object_type = p.object_type
left join address d on d.address = i.address
    and ((p.object_type = 'USER' and d.account_id = p.target_id) or (p.object_type = 'GROUP' and d.group_id = p.target_id))
where r.id = :run and p.category <> 'DELETE'
