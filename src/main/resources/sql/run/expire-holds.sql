update plan_item
set outcome = 'REJECTED', error = 'Not approved within seven days.'
where run_id = :run and outcome = 'HELD' and held_since + interval '7' day < :now
