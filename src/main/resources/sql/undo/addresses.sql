insert into plan_address (run_id, item_id, object_type, address, domain, old_role, new_role, claim)
select u.run_id, u.id, x.object_type, x.address, x.domain, x.new_role, x.old_role, '0'
from plan_item u
join plan_address x on x.item_id = u.undoes
where u.run_id = :run and (x.old_role is not null or x.new_role is not null)
