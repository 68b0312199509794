-- What this chunk added, as members of groups that were applied before it.
insert into group_member (group_id, nested_group_id)
select g.id, n.id
from plan_item p
join plan_member m on m.run_id = p.run_id and m.member_entra_id = p.entra_id
join plan_item q on q.run_id = m.run_id and q.entra_id = m.group_entra_id and q.object_type = 'GROUP'
join mail_group g on g.entra_id = m.group_entra_id
join mail_group n on n.entra_id = m.member_entra_id
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
    and q.outcome = 'APPLIED'
    and not q.holds_members
    and m.change = 'ADDED'
    and m.member_type = 'GROUP'
    and not exists (select 1 from group_member x where x.group_id = g.id and x.nested_group_id = n.id)
