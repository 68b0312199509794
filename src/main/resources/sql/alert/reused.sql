-- Looked for only where the run that made the image counted some.
select i.address, i.detail
from directory_state s
join (
    select u.generation, u.primary_address as address, u.detail from image_user u where u.reason = 'EXEMPT'
    union all
    select g.generation, g.primary_address, g.detail from image_group g where g.reason = 'EXEMPT'
) i on i.generation = s.image_generation and i.detail like 'EXEMPTION_REUSED:%'
where exists (
    select 1 from run_count c where c.run_id = s.image_generation and c.measure = 'warning' and c.name = 'EXEMPTION_REUSED'
)
