-- Managed accounts that are members here and not in Entra. Whoever is missing there altogether stays a member until deleted.
insert into plan_member (run_id, group_entra_id, member_entra_id, member_type, change)
select r.id, g.entra_id, a.entra_id, 'ACCOUNT', 'REMOVED'
from sync_run r
join image_group i on i.generation = r.generation and i.reason is null and i.members = 'READ'
join mail_group g on g.entra_id = i.entra_id
join group_member x on x.group_id = g.id
join account a on a.id = x.account_id and a.entra_id is not null
where r.id = :run
    and not exists (
        select 1
        from image_member m
        where m.generation = r.generation and m.group_entra_id = g.entra_id and m.member_entra_id = a.entra_id
    )
    and (
        exists (select 1 from image_user v where v.generation = r.generation and v.entra_id = a.entra_id)
        or exists (
            select 1
            from plan_item p
            where p.run_id = r.id
                and p.entra_id = a.entra_id
                and p.object_type = 'USER'
                and p.category = 'DELETE'
                and p.outcome = 'PENDING'
        )
    )
