update sync_run
set applied = applied + (
    select count(*)
    from plan_item p
    where p.run_id = :run and p.id between :from and :to and p.component = :component and p.outcome <> 'PENDING'
)
where id = :run
