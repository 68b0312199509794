merge into deleted_account d
using (
    select p.entra_id, p.target_id, p.old_kind, p.role, p.digest, a.kind_by_sync, a.disabled_by
    from plan_item p
    join account a on a.id = p.target_id
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'USER'
) p
on d.entra_id = p.entra_id
when matched then update set account_id = p.target_id, kind = p.old_kind, role = p.role, digest = p.digest,
    kind_by_sync = p.kind_by_sync, disabled_by = p.disabled_by, deleted_at = :now
when not matched then insert (entra_id, account_id, kind, role, digest, kind_by_sync, disabled_by, deleted_at)
    values (p.entra_id, p.target_id, p.old_kind, p.role, p.digest, p.kind_by_sync, p.disabled_by, :now)
