-- Groups in scope that are not in the directory. One that was deleted within 30 days gets its id back.
insert into plan_item (
    run_id, component, category, object_type, target_id, entra_id, address, display_name, outcome,
    new_kind, new_status, new_primary, new_display_name, row_hash
)
select
    r.id, -r.id, 'ADD', 'GROUP', d.group_id, i.entra_id, i.primary_address, i.display_name,
    case when r.add_groups then 'PENDING' else 'WITHHELD' end,
    i.kind, 'ACTIVE', i.primary_address, i.display_name, i.row_hash
from sync_run r
join image_group i on i.generation = r.generation
left join mail_group g on g.entra_id = i.entra_id
left join deleted_group d on d.entra_id = i.entra_id and d.deleted_at > :restorable
where r.id = :run
    and i.reason is null
    and g.id is null
    and not exists (
        select 1 from plan_item p where p.run_id = r.id and p.entra_id = i.entra_id and p.object_type = 'GROUP'
    )
