-- By Entra id; else by primary address, where there is no Entra id yet; else by any address.
select s.*
from (
    select
        cast('USER' as varchar(5)) as object_type, a.id, a.entra_id, a.source, a.status, a.disabled_by, a.kind,
        a.primary_address,
        case
            when a.entra_id = :id then 1
            when a.entra_id is null and a.primary_address = :primary and :type = 'USER' then 2
            when exists (select 1 from address d where d.account_id = a.id and d.address = :subject) then 3
        end as rank
    from account a
    union all
    select
        cast('GROUP' as varchar(5)), g.id, g.entra_id, g.source, g.status, g.disabled_by, g.kind, g.primary_address,
        case
            when g.entra_id = :id then 1
            when g.entra_id is null and g.primary_address = :primary and :type = 'GROUP' then 2
            when exists (select 1 from address d where d.group_id = g.id and d.address = :subject) then 3
        end
    from mail_group g
) s
where s.rank is not null
order by s.rank, s.id
limit 1
