merge into deleted_group d
using (
    select p.entra_id, p.target_id
    from plan_item p
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'GROUP'
) p
on d.entra_id = p.entra_id
when matched then update set group_id = p.target_id, deleted_at = :now
when not matched then insert (entra_id, group_id, deleted_at) values (p.entra_id, p.target_id, :now)
