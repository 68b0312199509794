-- Memberships that end because one of both is deleted, so that undoing brings them back.
insert into removed_member (run_id, group_id, account_id, nested_group_id)
select p.run_id, m.group_id, m.account_id, m.nested_group_id
from plan_item p
join group_member m on m.account_id = p.target_id
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'USER'
union
select p.run_id, m.group_id, m.account_id, m.nested_group_id
from plan_item p
join group_member m on m.group_id = p.target_id
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'GROUP'
union
select p.run_id, m.group_id, m.account_id, m.nested_group_id
from plan_item p
join group_member m on m.nested_group_id = p.target_id
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'GROUP'
