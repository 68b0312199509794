-- Groups whose primary address belongs to a group without Entra id: that group becomes theirs.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, adopts, entra_id, address, display_name, outcome,
    old_kind, new_kind, old_status, new_status, old_primary, new_primary, old_display_name, new_display_name, row_hash
)
select
    r.id, -r.id, 'UPDATE', 'GROUP', g.id, g.version, true, i.entra_id, i.primary_address, i.display_name,
    case when r.update_groups then 'PENDING' else 'WITHHELD' end,
    g.kind, i.kind, g.status, case when g.disabled_by = 'OPERATOR' then g.status else 'ACTIVE' end,
    g.primary_address, i.primary_address, g.display_name, i.display_name, i.row_hash
from sync_run r
join mail_group g on g.entra_id is null
join image_group i on i.primary_address = g.primary_address and i.generation = r.generation
where r.id = :run
    and i.reason is null
    and not exists (select 1 from mail_group known where known.entra_id = i.entra_id)
    and not exists (
        select 1
        from image_group rival
        where rival.generation = i.generation
            and rival.primary_address = i.primary_address
            and rival.reason is null
            and rival.entra_id < i.entra_id
            and not exists (select 1 from mail_group known where known.entra_id = rival.entra_id)
    )
