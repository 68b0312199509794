-- A change whose setting is off is counted, not planned.
insert into run_count (run_id, measure, object_type, name, n)
select run_id, 'withheld', object_type, category, count(*)
from plan_item
where run_id = :run and outcome = 'WITHHELD'
group by run_id, object_type, category
