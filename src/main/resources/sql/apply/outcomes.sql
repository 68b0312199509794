update plan_item
set outcome = 'APPLIED', applied_at = :now
where id between :from and :to and component = :component and selected and outcome = 'PENDING'
