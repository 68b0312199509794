-- Given up before anything is taken, so that swaps and chains succeed.
delete from address
where address in (
    select x.address
    from plan_item p
    join plan_address x on x.item_id = p.id and x.old_role is not null and x.old_role is distinct from x.new_role
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
)
