-- Who goes without an address is compared value by value next time.
update plan_item
set row_hash = null
where run_id = :run and id in (select item_id from plan_address where run_id = :run and lost)
