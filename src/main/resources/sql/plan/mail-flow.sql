update plan_item
set mail_flow_after = true
where run_id = :run
    and new_status = 'ACTIVE'
    and exists (
        select 1
        from plan_address x
        join registered_domain d on d.name = x.domain and d.purpose = 'RELAY'
        where x.item_id = plan_item.id and x.new_role is not null
    )
