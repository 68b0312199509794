-- For alerts: exempt addresses that went to other objects.
insert into run_count (run_id, measure, object_type, name, n)
select s.run_id, 'warning', s.object_type, 'EXEMPTION_REUSED', count(*)
from (
    select r.id as run_id, cast('USER' as varchar(5)) as object_type
    from sync_run r
    join image_user i on i.generation = r.generation and i.reason = 'EXEMPT' and i.detail like 'EXEMPTION_REUSED:%'
    where r.id = :run
    union all
    select r.id, cast('GROUP' as varchar(5))
    from sync_run r
    join image_group i on i.generation = r.generation and i.reason = 'EXEMPT' and i.detail like 'EXEMPTION_REUSED:%'
    where r.id = :run
) s
group by s.run_id, s.object_type
