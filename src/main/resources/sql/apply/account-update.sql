merge into account a
using (
    select p.*
    from plan_item p
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category in ('UPDATE', 'DISABLE') and p.object_type = 'USER'
) p
on a.id = p.target_id
when matched then update set
    entra_id = case when not p.releases then p.entra_id end,
    source = case when p.releases then 'LOCAL' else 'ENTRA' end,
    kind = coalesce(p.new_kind, a.kind),
    kind_by_sync = case
        when coalesce(p.new_kind, a.kind) = a.kind then a.kind_by_sync
        else p.new_kind = 'FUNCTIONAL'
    end,
    status = p.new_status,
    disabled_by = case
        when p.new_status = 'ACTIVE' then null
        when p.old_status = 'ACTIVE' then 'SYNC'
        else a.disabled_by
    end,
    primary_address = p.new_primary,
    display_name = p.new_display_name,
    given_name = p.new_given_name,
    surname = p.new_surname,
    mobile_phone = p.new_mobile_phone,
    department = p.new_department,
    preferred_language = p.new_preferred_language,
    row_hash = p.row_hash,
    version = a.version + 1,
    updated_at = :now
