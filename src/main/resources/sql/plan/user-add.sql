-- Users in scope who are not in the directory. Who was deleted within 30 days gets id, role, kind and digest back, and
-- stays blocked if an operator had blocked him.
insert into plan_item (
    run_id, component, category, object_type, target_id, entra_id, address, display_name, outcome,
    role, digest, new_kind, new_status, new_primary,
    new_display_name, new_given_name, new_surname, new_mobile_phone, new_department, new_preferred_language, row_hash
)
select
    r.id, -r.id, 'ADD', 'USER', d.account_id, i.entra_id, i.primary_address, i.display_name,
    case when r.add_users then 'PENDING' else 'WITHHELD' end,
    coalesce(d.role, r.new_user_role), coalesce(d.digest, r.new_user_role = 'END_USER'), case when i.functional then 'FUNCTIONAL' else coalesce(d.kind, 'USER') end,
    case when d.disabled_by = 'OPERATOR' then 'DISABLED' else 'ACTIVE' end, i.primary_address,
    i.display_name, i.given_name, i.surname, i.mobile_phone, i.department, i.preferred_language, i.row_hash
from sync_run r
join image_user i on i.generation = r.generation
left join account a on a.entra_id = i.entra_id
left join deleted_account d on d.entra_id = i.entra_id and d.deleted_at > :restorable
where r.id = :run
    and r.active_users
    and i.reason is null
    and a.id is null
    and not exists (
        select 1 from plan_item p where p.run_id = r.id and p.entra_id = i.entra_id and p.object_type = 'USER'
    )
