-- Numbers by measure, category or reason, and object type; from the items' outcomes, not from intentions.
select 'planned' as measure, object_type, category as name, count(*) as n
from plan_item
where run_id = :run
group by object_type, category
union all
select lower(case when selected then outcome else 'DESELECTED' end), object_type, category, count(*)
from plan_item
where run_id = :run
group by lower(case when selected then outcome else 'DESELECTED' end), object_type, category
union all
select measure, object_type, name, sum(n)
from run_count
where run_id = :run
group by measure, object_type, name
