-- As counted from the last image: domains of primary addresses, and of further ones alone.
select s.domain, sum(s.users) as users, sum(s.groups) as groups, sum(s.aliases) as aliases
from (
    select i.unregistered_domain as domain, 1 as users, 0 as groups, 0 as aliases
    from directory_state t
    join image_user i on i.generation = t.image_generation and i.reason = 'UNREGISTERED_DOMAIN'
    union all
    select i.unregistered_domain, 0, 1, 0
    from directory_state t
    join image_group i on i.generation = t.image_generation and i.reason = 'UNREGISTERED_DOMAIN'
    union all
    select d.domain, 0, 0, d.aliases
    from directory_state t
    join image_domain d on d.generation = t.image_generation
) s
where not exists (select 1 from registered_domain r where r.name = s.domain)
group by s.domain
order by s.domain
