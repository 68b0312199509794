-- An update that changes nothing is none: first its addresses, then itself.
delete from plan_address
where run_id = :run
    and item_id in (
        select p.id
        from plan_item p
        where p.run_id = :run
            and p.category = 'UPDATE'
            and not p.adopts
            and p.members_added = 0
            and p.members_removed = 0
            and p.old_kind is not distinct from p.new_kind
            and p.old_status is not distinct from p.new_status
            and p.old_primary is not distinct from p.new_primary
            and p.old_display_name is not distinct from p.new_display_name
            and p.old_given_name is not distinct from p.new_given_name
            and p.old_surname is not distinct from p.new_surname
            and p.old_mobile_phone is not distinct from p.new_mobile_phone
            and p.old_department is not distinct from p.new_department
            and p.old_preferred_language is not distinct from p.new_preferred_language
            and not exists (
                select 1 from plan_address x where x.item_id = p.id and x.old_role is distinct from x.new_role
            )
    )
