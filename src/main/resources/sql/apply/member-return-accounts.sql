-- Undone: whoever was deleted is a member again, as soon as both are there.
insert into group_member (group_id, account_id)
select distinct m.group_id, m.account_id
from sync_run r
join plan_item p on p.run_id = r.id
join removed_member m on m.run_id = r.undo_of
    and ((p.object_type = 'USER' and m.account_id = p.target_id) or (p.object_type = 'GROUP' and m.group_id = p.target_id))
join mail_group g on g.id = m.group_id
join account a on a.id = m.account_id
where r.id = :run and r.undo_of is not null
    and p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'ADD'
    and not exists (select 1 from group_member x where x.group_id = m.group_id and x.account_id = m.account_id)
