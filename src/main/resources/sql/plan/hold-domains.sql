-- A domain that has mail flow now and would have none: all removals of the kinds that leave it wait.
update plan_item
set outcome = 'HELD', error = 'A registered domain would be left without any mail flow; held for approval.'
where run_id = :run
    and removes
    and outcome = 'PENDING'
    and object_type in (
        select s.object_type
        from (
            select distinct x.domain, p.object_type
            from plan_item p
            join plan_address x on x.item_id = p.id and x.old_role is not null
            join registered_domain d on d.name = x.domain and d.purpose = 'RELAY'
            where p.run_id = :run
                and p.removes
                and p.outcome = 'PENDING'
                and (x.new_role is null or p.new_status is distinct from 'ACTIVE')
        ) s
        where not exists (
                select 1
                from address d
                left join account a on a.id = d.account_id
                left join mail_group g on g.id = d.group_id
                where d.domain = s.domain
                    and coalesce(a.status, g.status) = 'ACTIVE'
                    and not exists (
                        select 1
                        from plan_address x
                        join plan_item p on p.id = x.item_id
                        where x.run_id = :run
                            and x.address = d.address
                            and x.old_role is not null
                            and p.outcome = 'PENDING'
                            and (x.new_role is null or p.new_status is distinct from 'ACTIVE')
                    )
            )
            and not exists (
                select 1
                from plan_address x
                join plan_item p on p.id = x.item_id
                where x.run_id = :run
                    and x.domain = s.domain
                    and x.new_role is not null
                    and p.new_status = 'ACTIVE'
                    and p.outcome = 'PENDING'
            )
    )
