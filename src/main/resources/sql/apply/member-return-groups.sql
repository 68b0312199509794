-- Undone: a group that was deleted is a member again, as soon as both are there.
insert into group_member (group_id, nested_group_id)
select distinct m.group_id, m.nested_group_id
from sync_run r
join plan_item p on p.run_id = r.id and p.object_type = 'GROUP'
join removed_member m on m.run_id = r.undo_of and (m.nested_group_id = p.target_id or m.group_id = p.target_id)
join mail_group g on g.id = m.group_id
join mail_group n on n.id = m.nested_group_id
where r.id = :run and r.undo_of is not null
    and p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'ADD'
    and not exists (select 1 from group_member x where x.group_id = m.group_id and x.nested_group_id = m.nested_group_id)
