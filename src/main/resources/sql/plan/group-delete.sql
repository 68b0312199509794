-- Managed groups of a selected kind that are gone from Entra, with evidence.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, entra_id, address, display_name, evidence, outcome,
    old_kind, old_status, old_primary, old_display_name
)
select
    r.id, -r.id, 'DELETE', 'GROUP', g.id, g.version, g.entra_id, g.primary_address, g.display_name, e.answer,
    case when r.remove_groups then 'PENDING' else 'WITHHELD' end,
    g.kind, g.status, g.primary_address, g.display_name
from sync_run r
join removal_candidate e on e.run_id = r.id and e.object_type = 'GROUP'
join mail_group g on g.entra_id = e.entra_id
where r.id = :run and (e.answer = 'NOT_FOUND_BY_ID' or not r.remove_groups)
