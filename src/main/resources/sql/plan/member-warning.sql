-- Members that are not imported: contacts and devices, and whoever is out of scope.
insert into plan_warning (item_id, code, detail)
select s.id, 'MEMBERS_NOT_IMPORTED', 'Members not imported: ' || cast(s.n as varchar(12))
from (
    select
        p.id,
        i.members_other + (
            select count(*)
            from image_member m
            where m.generation = i.generation
                and m.group_entra_id = i.entra_id
                and not exists (select 1 from account a where a.entra_id = m.member_entra_id)
                and not exists (select 1 from mail_group g where g.entra_id = m.member_entra_id)
                and not exists (
                    select 1 from plan_item q
                    where q.run_id = r.id and q.entra_id = m.member_entra_id and (q.category = 'ADD' or q.adopts)
                )
        ) as n
    from sync_run r
    join plan_item p on p.run_id = r.id and p.object_type = 'GROUP' and p.category <> 'DELETE' and not p.holds_members
    join image_group i on i.generation = r.generation and i.entra_id = p.entra_id and i.members = 'READ'
    where r.id = :run
) s
where s.n > 0
