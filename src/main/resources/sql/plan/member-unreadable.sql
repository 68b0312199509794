insert into plan_warning (item_id, code, detail)
select p.id, 'MEMBERS_UNREADABLE', 'The membership is hidden from the application and stays as it is.'
from sync_run r
join plan_item p on p.run_id = r.id and p.object_type = 'GROUP' and p.category <> 'DELETE' and not p.holds_members
join image_group i on i.generation = r.generation and i.entra_id = p.entra_id and i.members = 'UNREADABLE'
where r.id = :run
