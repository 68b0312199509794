-- Memberships that end because one of both is deleted, so that undoing brings them back.
insert into removed_member (run_id, group_id, account_id, nested_group_id)
select :run, m.group_id, m.account_id, m.nested_group_id
from group_member m
where m.account_id in (
        select p.target_id
        from plan_item p
        where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'USER'
    )
    or m.group_id in (
        select p.target_id
        from plan_item p
        where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'GROUP'
    )
    or m.nested_group_id in (
        select p.target_id
        from plan_item p
        where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'GROUP'
    )
