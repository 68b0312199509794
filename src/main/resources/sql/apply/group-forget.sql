delete from deleted_group
where entra_id in (
    select p.entra_id
    from plan_item p
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING' and p.category = 'ADD' and p.object_type = 'GROUP' and p.target_id is not null
)
