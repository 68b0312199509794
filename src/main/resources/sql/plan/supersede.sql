-- Held by an earlier run: carried into this one, or found to be needed no more. What this run did not look at stays.
update plan_item
set outcome = 'STALE', error = 'Run ' || cast(:run as varchar(20)) || ' has planned anew; see there.'
where run_id = :earlier
    and outcome = 'HELD'
    and exists (
        select 1
        from sync_run r
        where r.id = :run
            and (r.mode = 'APPLY' or r.approved_at is not null)
            and (
                exists (
                    select 1
                    from plan_item p
                    where p.run_id = r.id and p.entra_id = plan_item.entra_id and p.object_type = plan_item.object_type
                )
                or r.undo_of is null and case
                    when plan_item.object_type = 'USER' and not r.active_users then false
                    when plan_item.object_type = 'USER' and plan_item.category = 'DELETE' then r.remove_users
                    when plan_item.object_type = 'USER' then r.update_users
                    when plan_item.category = 'DELETE' then r.remove_groups
                    else r.update_groups
                end
            )
    )
