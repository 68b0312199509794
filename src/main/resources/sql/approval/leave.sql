update plan_item
set leaves = :leaves
where run_id = :run
    and id between :from and :to
    and category like :category
    and outcome in ('PENDING', 'HELD', 'BLOCKED')
