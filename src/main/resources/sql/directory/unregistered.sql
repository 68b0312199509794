-- Counted from the objects that the rules left out for their domain and for nothing else.
select s.domain, sum(s.users) as users, sum(s.groups) as groups, sum(s.aliases) as aliases
from (
    select i.unregistered_domain as domain, 1 as users, 0 as groups, 0 as aliases
    from sync_run r
    join image_user i on i.generation = r.generation and i.reason = 'UNREGISTERED_DOMAIN'
    where r.id = :run
    union all
    select i.unregistered_domain, 0, 1, 0
    from sync_run r
    join image_group i on i.generation = r.generation and i.reason = 'UNREGISTERED_DOMAIN'
    where r.id = :run
    union all
    select d.domain, 0, 0, d.aliases
    from sync_run r
    join image_domain d on d.generation = r.generation
    where r.id = :run
) s
group by s.domain
having sum(s.users) + sum(s.groups) > 0
order by s.domain
