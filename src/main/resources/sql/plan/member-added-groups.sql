-- Members that are, or become, groups, and are not members here yet.
insert into plan_member (run_id, group_entra_id, member_entra_id, member_type, change)
select distinct r.id, m.group_entra_id, m.member_entra_id, 'GROUP', 'ADDED'
from sync_run r
join image_group i on i.generation = r.generation and i.reason is null and i.members = 'READ'
join image_member m on m.generation = r.generation and m.group_entra_id = i.entra_id
left join mail_group g on g.entra_id = i.entra_id
left join mail_group n on n.entra_id = m.member_entra_id
left join plan_item p on p.run_id = r.id and p.entra_id = m.member_entra_id and p.object_type = 'GROUP'
where r.id = :run
    and (n.id is not null or p.category = 'ADD' or p.adopts)
    and (p.id is null or p.category <> 'DELETE' or p.outcome <> 'PENDING')
    and not exists (select 1 from group_member x where x.group_id = g.id and x.nested_group_id = coalesce(n.id, p.target_id))
    and not exists (
        select 1
        from plan_item q
        join group_member x on x.group_id = q.target_id
        where q.run_id = r.id
            and q.entra_id = i.entra_id
            and q.object_type = 'GROUP'
            and q.adopts
            and x.nested_group_id = coalesce(n.id, p.target_id)
    )
