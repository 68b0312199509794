select
    d.domain,
    coalesce(sum(d.primaries) filter (where d.object_type = 'USER'), 0) as users,
    coalesce(sum(d.primaries) filter (where d.object_type = 'GROUP'), 0) as groups,
    sum(d.aliases) as aliases
from image_domain d
join sync_run r on r.generation = d.generation
where r.id = :run
group by d.domain
having sum(d.primaries) > 0
order by d.domain
