-- Too many removals of one kind within 24 hours, this plan's included: all of this plan's wait for approval. What was
-- approved before does not count. The share is one of those who were there a day ago.
update plan_item
set outcome = 'HELD', error = 'More removals than the safeguards allow; held for approval.'
where run_id = :run
    and removes
    and outcome = 'PENDING'
    and object_type in (
        select s.object_type
        from (
            select
                p.object_type, count(*) as removals,
                sum(case when p.outcome = 'APPLIED' and p.category in ('DISABLE', 'DELETE') then 1 else 0 end) as gone
            from plan_item p
            where p.removes
                and (
                    p.run_id = :run
                    or (
                        p.run_id in (select id from sync_run where finished_at is null or finished_at > :dayAgo)
                        and p.outcome = 'APPLIED'
                        and not p.approved
                        and p.applied_at > :dayAgo
                    )
                )
            group by p.object_type
        ) s
        join sync_run r on r.id = :run
        where s.removals > r.max_removals
            or (
                s.removals > 3
                and s.removals * 100 > r.max_removal_percent * (s.gone + case s.object_type
                    when 'USER' then (select count(*) from account where source = 'ENTRA' and status = 'ACTIVE')
                    else (select count(*) from mail_group where source = 'ENTRA' and status = 'ACTIVE')
                end)
            )
    )
