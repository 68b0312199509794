-- What an earlier run held stays held while it is the same.
update plan_item
set outcome = 'HELD', error = 'Held since an earlier run, and the same; held for approval.'
where run_id = :run
    and removes
    and outcome = 'PENDING'
    and exists (
        select 1
        from sync_run r
        join plan_item h on h.run_id = r.id
        where r.held > 0
            and r.id <> :run
            and h.entra_id = plan_item.entra_id
            and h.object_type = plan_item.object_type
            and h.outcome = 'HELD'
            and h.category = plan_item.category
            and h.new_primary is not distinct from plan_item.new_primary
            and h.new_status is not distinct from plan_item.new_status
            and h.row_hash is not distinct from plan_item.row_hash
    )
