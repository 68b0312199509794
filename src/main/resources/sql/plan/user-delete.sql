-- Managed users that are gone from Entra, with evidence.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, entra_id, address, display_name, evidence, outcome,
    role, digest, old_kind, old_status, old_primary, old_display_name, old_given_name, old_surname,
    old_mobile_phone, old_department, old_preferred_language
)
select
    r.id, -r.id, 'DELETE', 'USER', a.id, a.version, a.entra_id, a.primary_address, a.display_name, e.answer,
    case when r.remove_users then 'PENDING' else 'WITHHELD' end,
    a.role, a.digest, a.kind, a.status, a.primary_address, a.display_name, a.given_name, a.surname,
    a.mobile_phone, a.department, a.preferred_language
from sync_run r
join removal_candidate e on e.run_id = r.id and e.object_type = 'USER'
join account a on a.entra_id = e.entra_id
where r.id = :run and (e.answer = 'NOT_FOUND_BY_ID' or not r.remove_users)
