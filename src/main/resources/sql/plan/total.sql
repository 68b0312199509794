-- The items' ids are contiguous, since only the holder of the lease plans.
update sync_run
set (total, first_item, last_item) = (
    select count(*), coalesce(min(p.id), 1), coalesce(max(p.id), 0) from plan_item p where p.run_id = :run
)
where id = :run
