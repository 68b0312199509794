-- Managed users whose row differs from the last one applied, or whose address another object has in Entra.
-- Rule 4 does not concern functional accounts. A shared mailbox makes an account functional, but for an administrator's,
-- whom that would lock out; a sync takes back only what a sync did. What an operator blocked stays blocked. In rules 6 to 8 an account
-- stays active while Entra still has one of its addresses in a registered domain.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, entra_id, address, display_name, reason, outcome,
    role, digest, old_kind, new_kind, old_status, new_status, old_primary, new_primary,
    old_display_name, new_display_name, old_given_name, new_given_name, old_surname, new_surname,
    old_mobile_phone, new_mobile_phone, old_department, new_department,
    old_preferred_language, new_preferred_language, row_hash
)
select
    s.run_id, -s.run_id,
    case when s.new_status = 'DISABLED' and s.status = 'ACTIVE' then 'DISABLE' else 'UPDATE' end,
    'USER', s.id, s.version, s.entra_id, coalesce(s.image_primary, s.primary_address), s.image_display_name, s.reason,
    case when s.update_users then 'PENDING' else 'WITHHELD' end,
    s.role, s.digest, s.kind, s.new_kind, s.status, s.new_status,
    s.primary_address, coalesce(s.image_primary, s.primary_address),
    s.display_name, s.image_display_name, s.given_name, s.image_given_name, s.surname, s.image_surname,
    s.mobile_phone, s.image_mobile_phone, s.department, s.image_department,
    s.preferred_language, s.image_preferred_language, s.image_hash
from (
    select
        c.*,
        case
            when c.disabled_by = 'OPERATOR' then c.status
            when c.reason is null then 'ACTIVE'
            when c.reason = 'INCOMPLETE_OBJECT' then c.status
            when c.reason in ('NO_PRIMARY_ADDRESS', 'INVALID_ADDRESS', 'UNREGISTERED_DOMAIN') and exists (
                select 1
                from address d
                join image_address i on i.address = d.address and i.generation = c.generation
                where d.account_id = c.id and i.entra_id = c.entra_id
            ) then c.status
            else 'DISABLED'
        end as new_status
    from (
        select
            r.id as run_id, r.generation, r.update_users, a.id, a.version, a.entra_id, a.kind, a.role, a.digest, a.status,
            a.disabled_by, a.primary_address, a.display_name, a.given_name, a.surname, a.mobile_phone, a.department,
            a.preferred_language,
            case
                when i.functional and a.role <> 'ADMIN' then 'FUNCTIONAL'
                when a.kind = 'FUNCTIONAL' and a.kind_by_sync and r.shared_mailboxes and exists (
                    select 1 from mailbox m where m.entra_id = a.entra_id and m.purpose = 'USER'
                ) then 'USER'
                else a.kind
            end as new_kind,
            case
                when i.reason = 'SIGN_IN_DISABLED' and a.kind = 'FUNCTIONAL' and not (a.kind_by_sync and r.shared_mailboxes and exists (
                    select 1 from mailbox m where m.entra_id = a.entra_id and m.purpose = 'USER'
                )) then i.mail_reason
                else i.reason
            end as reason,
            i.primary_address as image_primary, i.display_name as image_display_name, i.given_name as image_given_name,
            i.surname as image_surname, i.mobile_phone as image_mobile_phone, i.department as image_department,
            i.preferred_language as image_preferred_language, i.row_hash as image_hash
        from sync_run r
        join image_user i on i.generation = r.generation
        join account a on a.entra_id = i.entra_id
        where r.id = :run
            and r.active_users
            and (i.reason is null or i.reason <> 'EXEMPT')
            and (
                a.row_hash is distinct from i.row_hash
                or exists (select 1 from plan_candidate k where k.run_id = r.id and k.entra_id = i.entra_id)
            )
    ) c
) s
