-- Addresses of the tenant that the service would take mail for, if their owner were brought over. Who is exempt, a
-- guest or of no selected kind is left out on purpose.
select a.address, i.display_name, i.reason, i.maybe_shared
from directory_state s
join (
    select
        u.generation, cast('USER' as varchar(5)) as object_type, u.entra_id, u.display_name, u.reason,
        case
            when u.reason = 'SIGN_IN_DISABLED' and u.licensed = false and not exists (
                select 1 from mailbox m where m.entra_id = u.entra_id
            ) then 1
            else 0
        end as maybe_shared
    from image_user u
    where u.reason is not null and u.reason not in ('EXEMPT', 'GUEST', 'NOT_SELECTED')
    union all
    select g.generation, cast('GROUP' as varchar(5)), g.entra_id, g.display_name, g.reason, 0
    from image_group g
    where g.reason is not null and g.reason not in ('EXEMPT', 'NOT_SELECTED')
) i on i.generation = s.image_generation
join image_address a on a.generation = i.generation and a.entra_id = i.entra_id and a.object_type = i.object_type
join registered_domain d on d.name = a.domain and d.purpose = 'RELAY'
left join address o on o.address = a.address
left join account c on c.id = o.account_id and c.status = 'ACTIVE'
left join mail_group g on g.id = o.group_id and g.status = 'ACTIVE'
where c.id is null and g.id is null
