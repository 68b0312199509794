-- Deleted within 30 days: the group comes back under its former id.
insert into mail_group (id, entra_id, kind, status, source, primary_address, display_name, created_at, updated_at, row_hash)
select p.target_id, p.entra_id, p.new_kind, p.new_status, 'ENTRA', p.new_primary, p.new_display_name, :now, :now, p.row_hash
from plan_item p
where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
    and p.category = 'ADD'
    and p.object_type = 'GROUP'
    and p.target_id is not null
