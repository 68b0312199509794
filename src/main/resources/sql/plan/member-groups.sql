-- Groups of which only the members change.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, entra_id, address, display_name, outcome,
    old_kind, new_kind, old_status, new_status, old_primary, new_primary, old_display_name, new_display_name, row_hash, mail_flow_after
)
select
    r.id, -r.id, 'UPDATE', 'GROUP', g.id, g.version, g.entra_id, g.primary_address, g.display_name,
    case when r.update_groups then 'PENDING' else 'WITHHELD' end,
    g.kind, g.kind, g.status, g.status, g.primary_address, g.primary_address, g.display_name, g.display_name, g.row_hash,
    g.status = 'ACTIVE' and exists (
        select 1
        from address x
        join registered_domain d on d.name = x.domain and d.purpose = 'RELAY'
        where x.group_id = g.id
    )
from sync_run r
join mail_group g on g.entra_id in (select m.group_entra_id from plan_member m where m.run_id = :run)
where r.id = :run
    and not exists (
        select 1 from plan_item p where p.run_id = r.id and p.entra_id = g.entra_id and p.object_type = 'GROUP'
    )
