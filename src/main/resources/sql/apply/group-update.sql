merge into mail_group g
using (
    select p.*
    from plan_item p
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category in ('UPDATE', 'DISABLE') and p.object_type = 'GROUP' and not p.holds_members
) p
on g.id = p.target_id
when matched then update set
    entra_id = case when not p.releases then p.entra_id end,
    source = case when p.releases then 'LOCAL' else 'ENTRA' end,
    kind = p.new_kind,
    status = p.new_status,
    disabled_by = case
        when p.new_status = 'ACTIVE' then null
        when p.old_status = 'ACTIVE' then 'SYNC'
        else g.disabled_by
    end,
    primary_address = p.new_primary,
    display_name = p.new_display_name,
    row_hash = p.row_hash,
    version = g.version + 1,
    updated_at = :now
