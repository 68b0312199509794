-- Members of the groups in this chunk, as far as they exist by now.
insert into group_member (group_id, account_id)
select g.id, n.id
from plan_item p
join plan_member m on m.run_id = p.run_id and m.group_entra_id = p.entra_id
join mail_group g on g.entra_id = p.entra_id
join account n on n.entra_id = m.member_entra_id
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
    and p.object_type = 'GROUP'
    and not p.holds_members
    and m.change = 'ADDED'
    and m.member_type = 'ACCOUNT'
    and not exists (select 1 from group_member x where x.group_id = g.id and x.account_id = n.id)
