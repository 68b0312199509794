insert into account (
    entra_id, kind, role, digest, status, source, primary_address, display_name, given_name, surname, mobile_phone,
    department, preferred_language, created_at, updated_at, row_hash, kind_by_sync
)
select
    p.entra_id, p.new_kind, p.role, p.digest, p.new_status, 'ENTRA', p.new_primary, p.new_display_name, p.new_given_name,
    p.new_surname, p.new_mobile_phone, p.new_department, p.new_preferred_language, :now, :now, p.row_hash, p.new_kind = 'FUNCTIONAL'
from plan_item p
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
    and p.category = 'ADD'
    and p.object_type = 'USER'
    and p.target_id is null
