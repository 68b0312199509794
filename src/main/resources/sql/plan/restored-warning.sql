insert into plan_warning (item_id, code, detail)
select id, 'RESTORED', case object_type
    when 'USER' then 'Deleted within the last 30 days; comes back with its former id, role, kind and digest.'
    else 'Deleted within the last 30 days; comes back with its former id.'
end
from plan_item
where run_id = :run and category = 'ADD' and target_id is not null
