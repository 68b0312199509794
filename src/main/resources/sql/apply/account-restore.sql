-- Deleted within 30 days: the account comes back under its former id.
insert into account (
    id, entra_id, kind, role, digest, status, source, primary_address, display_name, given_name, surname, mobile_phone,
    department, preferred_language, created_at, updated_at, row_hash, kind_by_sync, disabled_by
)
select
    p.target_id, p.entra_id, p.new_kind, p.role, p.digest, p.new_status, 'ENTRA', p.new_primary, p.new_display_name, p.new_given_name,
    p.new_surname, p.new_mobile_phone, p.new_department, p.new_preferred_language, :now, :now, p.row_hash,
    p.new_kind = 'FUNCTIONAL' and exists (
        select 1 from deleted_account d where d.entra_id = p.entra_id and (d.kind = 'USER' or d.kind_by_sync)
    ),
    case when p.new_status = 'DISABLED' then coalesce(
        (select d.disabled_by from deleted_account d where d.entra_id = p.entra_id), 'SYNC'
    ) end
from plan_item p
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
    and p.category = 'ADD'
    and p.object_type = 'USER'
    and p.target_id is not null
