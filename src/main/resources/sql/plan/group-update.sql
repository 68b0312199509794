-- Managed groups whose row differs from the last one applied, or whose address another object has in Entra. A group
-- that became dynamic or is no longer selected is frozen: it is not looked at.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, entra_id, address, display_name, reason, outcome,
    old_kind, new_kind, old_status, new_status, old_primary, new_primary, old_display_name, new_display_name, row_hash
)
select
    s.run_id, -s.run_id,
    case when s.new_status = 'DISABLED' and s.status = 'ACTIVE' then 'DISABLE' else 'UPDATE' end,
    'GROUP', s.id, s.version, s.entra_id, s.new_primary, s.image_display_name, s.reason,
    case when s.update_groups then 'PENDING' else 'WITHHELD' end,
    s.kind, s.image_kind, s.status, s.new_status, s.primary_address, s.new_primary,
    s.display_name, s.image_display_name, s.image_hash
from (
    select
        r.id as run_id, r.update_groups, g.id, g.version, g.entra_id, g.kind, g.status, g.primary_address,
        g.display_name, i.kind as image_kind, i.display_name as image_display_name, i.row_hash as image_hash, i.reason,
        case when i.mail_enabled then coalesce(i.primary_address, g.primary_address) end as new_primary,
        case
            when g.disabled_by = 'OPERATOR' then g.status
            when i.reason is null then 'ACTIVE'
            when i.reason = 'INCOMPLETE_OBJECT' then g.status
            when i.reason in ('NO_PRIMARY_ADDRESS', 'INVALID_ADDRESS', 'UNREGISTERED_DOMAIN') and exists (
                select 1
                from address d
                join image_address a on a.address = d.address and a.generation = r.generation
                where d.group_id = g.id and a.entra_id = g.entra_id
            ) then g.status
            else 'DISABLED'
        end as new_status
    from sync_run r
    join image_group i on i.generation = r.generation
    join mail_group g on g.entra_id = i.entra_id
    where r.id = :run
        and (i.reason is null or i.reason not in ('EXEMPT', 'NOT_SELECTED', 'DYNAMIC_MEMBERSHIP'))
        and (i.reason is null or i.reason <> 'FILTERED' or case i.kind
            when 'MICROSOFT_365' then r.microsoft_365_groups
            when 'DISTRIBUTION' then r.distribution_groups
            else r.security_groups
        end)
        and (
            g.row_hash is distinct from i.row_hash
            or exists (select 1 from plan_candidate k where k.run_id = r.id and k.entra_id = i.entra_id)
        )
) s
