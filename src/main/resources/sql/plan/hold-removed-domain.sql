-- A domain in use was removed from the list: what that costs is seen before it is done.
update plan_item
set outcome = 'HELD', error = 'A domain that was in use has been removed; held for approval.'
where run_id = :run
    and removes
    and outcome = 'PENDING'
    and exists (select 1 from directory_state where hold_removals)
