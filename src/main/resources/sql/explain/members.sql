-- The managed members of a group, and whether Entra has them still.
select
    a.entra_id,
    case when exists (
        select 1 from image_user i join directory_state s on s.image_generation = i.generation where i.entra_id = a.entra_id
    ) then 'HERE' else 'GONE' end as state
from group_member m
join account a on a.id = m.account_id
where m.group_id = :group and a.entra_id is not null
union all
select
    g.entra_id,
    case when exists (
        select 1 from image_group i join directory_state s on s.image_generation = i.generation where i.entra_id = g.entra_id
    ) then 'HERE' else 'GONE' end
from group_member m
join mail_group g on g.id = m.nested_group_id
where m.group_id = :group and g.entra_id is not null
