insert into plan_warning (item_id, code, detail)
select distinct p.id, 'EXEMPT_ADDRESS', x.address || ' is exempt and left out.'
from sync_run r
join plan_item p on p.run_id = r.id and p.category <> 'DELETE'
join image_exempt_address x on x.generation = r.generation and x.entra_id = p.entra_id and x.object_type = p.object_type
where r.id = :run
