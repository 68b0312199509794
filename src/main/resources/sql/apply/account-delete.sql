delete from account
where id in (
    select p.target_id
    from plan_item p
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'DELETE' and p.object_type = 'USER'
)
