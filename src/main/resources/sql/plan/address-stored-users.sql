-- The addresses that an item's user has here and not in Entra: given up, but for a primary that has no successor
-- (weak where it is disabled, so that whoever has it in Entra gets it), and where Entra delivered none.
insert into plan_address (run_id, item_id, object_type, address, domain, old_role, new_role, claim)
select
    p.run_id, p.id, p.object_type, d.address, d.domain,
    case when d.is_primary then 'PRIMARY' else 'ALIAS' end,
    case
        when p.category = 'DELETE' then null
        when d.address = p.new_primary then 'PRIMARY'
        when not i.addresses_known then 'ALIAS'
    end,
    case when p.new_status = 'ACTIVE' then '10' else '30' end || p.entra_id
from sync_run r
join plan_item p on p.run_id = r.id and p.object_type = 'USER' and p.category <> 'ADD'
join address d on d.account_id = p.target_id
left join image_user i on i.generation = r.generation and i.entra_id = p.entra_id
where r.id = :run and not exists (select 1 from plan_address x where x.item_id = p.id and x.address = d.address)
