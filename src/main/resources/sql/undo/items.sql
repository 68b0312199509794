-- Each applied item in reverse. Its object must be as the item left it; what has changed since is stale.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, releases, undoes, entra_id, address, display_name,
    reason, outcome, role, digest, old_kind, new_kind, old_status, new_status, old_primary, new_primary,
    old_display_name, new_display_name, old_given_name, new_given_name, old_surname, new_surname,
    old_mobile_phone, new_mobile_phone, old_department, new_department, old_preferred_language, new_preferred_language,
    members_added, members_removed
)
select
    r.id, -r.id,
    case
        when p.category = 'ADD' then 'DELETE'
        when p.category = 'DELETE' then 'ADD'
        when p.new_status = 'ACTIVE' and p.old_status = 'DISABLED' then 'DISABLE'
        else 'UPDATE'
    end,
    p.object_type,
    case when p.category = 'ADD' then coalesce(a.id, g.id, 0) else p.target_id end,
    case
        when p.category = 'ADD' then 0
        when p.category <> 'DELETE' and p.holds_members then p.target_version
        when p.category <> 'DELETE' then p.target_version + 1
    end,
    p.adopts, p.id, p.entra_id, p.address, p.display_name,
    'UNDO', 'PENDING', p.role, p.digest, p.new_kind, p.old_kind, p.new_status, p.old_status, p.new_primary, p.old_primary,
    p.new_display_name, p.old_display_name, p.new_given_name, p.old_given_name, p.new_surname, p.old_surname,
    p.new_mobile_phone, p.old_mobile_phone, p.new_department, p.old_department,
    p.new_preferred_language, p.old_preferred_language,
    case when p.category in ('UPDATE', 'DISABLE') then p.members_removed else 0 end,
    case when p.category in ('UPDATE', 'DISABLE') then p.members_added else 0 end
from sync_run r
join plan_item p on p.run_id = r.undo_of and p.outcome = 'APPLIED' and p.selected
left join account a on a.entra_id = p.entra_id and p.object_type = 'USER'
left join mail_group g on g.entra_id = p.entra_id and p.object_type = 'GROUP'
where r.id = :run
order by p.id desc
