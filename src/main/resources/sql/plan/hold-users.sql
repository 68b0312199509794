-- Too many removals within 24 hours, this plan's included: all of this plan's user removals wait for approval.
update plan_item
set outcome = 'HELD', error = 'More removals than the safeguards allow; held for approval.'
where run_id = :run
    and object_type = 'USER'
    and removes
    and outcome = 'PENDING'
    and exists (
        select 1
        from (
            select
                (
                    select count(*) from plan_item p
                    where p.removes and p.object_type = 'USER'
                        and (p.run_id = :run or (p.outcome = 'APPLIED' and p.applied_at > :dayAgo))
                ) as removals,
                (select count(*) from account a where a.source = 'ENTRA' and a.status = 'ACTIVE') as present
            from directory_state
        ) s
        join sync_run r on r.id = :run
        where s.removals > r.max_removals or (s.removals > 3 and s.removals * 100 > s.present * r.max_removal_percent)
    )
