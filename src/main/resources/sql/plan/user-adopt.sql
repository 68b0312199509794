-- Users whose primary address belongs to an account without Entra id: the account becomes theirs. Of two such users
-- the lower id has it. An administrator is adopted only by approval.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, adopts, entra_id, address, display_name, outcome,
    role, digest, old_kind, new_kind, old_status, new_status, old_primary, new_primary,
    old_display_name, new_display_name, old_given_name, new_given_name, old_surname, new_surname,
    old_mobile_phone, new_mobile_phone, old_department, new_department,
    old_preferred_language, new_preferred_language, row_hash
)
select
    r.id, -r.id, 'UPDATE', 'USER', a.id, a.version, true, i.entra_id, i.primary_address, i.display_name,
    case when not r.update_users then 'WITHHELD' when a.role = 'ADMIN' then 'HELD' else 'PENDING' end,
    a.role, a.digest, a.kind, case when i.functional and a.role <> 'ADMIN' then 'FUNCTIONAL' else a.kind end, a.status,
    case when a.disabled_by = 'OPERATOR' then a.status else 'ACTIVE' end,
    a.primary_address, i.primary_address,
    a.display_name, i.display_name, a.given_name, i.given_name, a.surname, i.surname,
    a.mobile_phone, i.mobile_phone, a.department, i.department,
    a.preferred_language, i.preferred_language, i.row_hash
from sync_run r
join account a on a.entra_id is null
join image_user i on i.primary_address = a.primary_address and i.generation = r.generation
where r.id = :run
    and r.active_users
    and i.reason is null
    and not exists (select 1 from account known where known.entra_id = i.entra_id)
    and not exists (
        select 1
        from image_user rival
        where rival.generation = i.generation
            and rival.primary_address = i.primary_address
            and rival.reason is null
            and rival.entra_id < i.entra_id
            and not exists (select 1 from account known where known.entra_id = rival.entra_id)
    )
