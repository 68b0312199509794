-- What is planned under the settings as they are is not news.
update plan_item
set outcome = 'SAME'
where run_id = :run
    and exists (
        select 1
        from plan_item b
        where b.run_id = :before
            and b.entra_id = plan_item.entra_id
            and b.object_type = plan_item.object_type
            and b.category = plan_item.category
    )
