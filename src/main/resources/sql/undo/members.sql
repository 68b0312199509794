-- Memberships of deleted objects come back with them, and those of added ones end with them.
insert into plan_member (run_id, group_entra_id, member_entra_id, member_type, change)
select
    u.run_id, m.group_entra_id, m.member_entra_id, m.member_type,
    case when m.change = 'ADDED' then 'REMOVED' else 'ADDED' end
from plan_item u
join plan_item p on p.id = u.undoes
join plan_member m on m.run_id = p.run_id and m.group_entra_id = p.entra_id and m.held = p.holds_members
where u.run_id = :run and u.object_type = 'GROUP' and u.category in ('UPDATE', 'DISABLE')
