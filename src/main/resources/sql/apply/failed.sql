update plan_item
set outcome = 'FAILED', error = :error
where id between :from and :to and component = :component and selected and outcome = 'PENDING'
