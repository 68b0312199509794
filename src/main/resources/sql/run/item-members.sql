-- Who a plan adds has no id yet, and address and name from the plan.
select
    m.change, m.member_type, m.member_entra_id as entra_id,
    coalesce(a.id, g.id) as id,
    coalesce(a.primary_address, g.primary_address, n.address) as primary_address,
    coalesce(a.display_name, g.display_name, n.display_name) as display_name
from plan_item p
join plan_member m on m.run_id = p.run_id and m.group_entra_id = p.entra_id and m.held = p.holds_members
left join account a on a.entra_id = m.member_entra_id and m.member_type = 'ACCOUNT'
left join mail_group g on g.entra_id = m.member_entra_id and m.member_type = 'GROUP'
left join plan_item n on n.run_id = m.run_id and n.entra_id = m.member_entra_id
    and n.object_type = case when m.member_type = 'ACCOUNT' then 'USER' else 'GROUP' end
where p.id = :id and p.object_type = 'GROUP' and m.change like :change
