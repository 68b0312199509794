insert into run_count (run_id, measure, object_type, name, n)
select s.run_id, 'skipped', s.object_type, s.reason, count(*)
from (
    select r.id as run_id, 'USER' as object_type, i.reason
    from sync_run r
    join image_user i on i.generation = r.generation and i.reason is not null
    where r.id = :run and r.plan_hash is not null
    union all
    select r.id, 'GROUP', i.reason
    from sync_run r
    join image_group i on i.generation = r.generation and i.reason is not null
    where r.id = :run and r.plan_hash is not null
) s
group by s.run_id, s.object_type, s.reason
