-- Since when an item is held: it takes the date along while it stays the same.
update plan_item
set held_since = coalesce(
    (
        select min(h.held_since)
        from sync_run r
        join plan_item h on h.run_id = r.id
        where r.held > 0
            and r.id <> :run
            and h.entra_id = plan_item.entra_id
            and h.object_type = plan_item.object_type
            and h.outcome = 'HELD'
            and h.category = plan_item.category
            and h.holds_members = plan_item.holds_members
            and h.members_removed = plan_item.members_removed
            and h.new_primary is not distinct from plan_item.new_primary
            and h.new_status is not distinct from plan_item.new_status
            and h.row_hash is not distinct from plan_item.row_hash
    ),
    :now
)
where run_id = :run and outcome = 'HELD'
