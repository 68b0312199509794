-- An update that changes nothing is none.
update plan_item
set outcome = 'SAME'
where run_id = :run
    and category = 'UPDATE'
    and outcome in ('PENDING', 'HELD')
    and not adopts
    and members_added = 0
    and members_removed = 0
    and old_kind is not distinct from new_kind
    and old_status is not distinct from new_status
    and old_primary is not distinct from new_primary
    and old_display_name is not distinct from new_display_name
    and old_given_name is not distinct from new_given_name
    and old_surname is not distinct from new_surname
    and old_mobile_phone is not distinct from new_mobile_phone
    and old_department is not distinct from new_department
    and old_preferred_language is not distinct from new_preferred_language
    and not exists (
        select 1 from plan_address x where x.item_id = plan_item.id and x.old_role is distinct from x.new_role
    )
