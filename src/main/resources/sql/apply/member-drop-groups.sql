delete from group_member
where (group_id, nested_group_id) in (
    select p.target_id, n.id
    from plan_item p
    join plan_member m on m.run_id = p.run_id and m.group_entra_id = p.entra_id
    join mail_group n on n.entra_id = m.member_entra_id
    where p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
        and p.object_type = 'GROUP'
        and m.change = 'REMOVED'
        and m.held = p.holds_members
        and m.member_type = 'GROUP'
)
