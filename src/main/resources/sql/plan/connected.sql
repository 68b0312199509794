-- Who gives an address to whom.
select g.item_id as giver, t.item_id as taker
from plan_address g
join plan_address t on t.run_id = g.run_id and t.address = g.address
where g.run_id = :run
    and g.old_role is not null
    and g.new_role is null
    and t.new_role is not null
    and t.old_role is null
    and t.item_id <> g.item_id
