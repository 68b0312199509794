insert into address (address, account_id, is_primary, domain)
select x.address, a.id, x.new_role = 'PRIMARY', x.domain
from plan_item p
join plan_address x on x.item_id = p.id and x.new_role is not null and x.old_role is distinct from x.new_role
join account a on a.entra_id = p.entra_id
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.object_type = 'USER'
