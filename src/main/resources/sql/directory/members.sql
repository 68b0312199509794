select cast('ACCOUNT' as varchar(7)) as member_type, a.id, a.entra_id, a.primary_address, a.display_name
from group_member m
join account a on a.id = m.account_id
where m.group_id = :id
    and (
        :pattern = '%'
        or a.primary_address like lower(:pattern) escape '!'
        or lower(a.display_name) like lower(:pattern) escape '!'
    )
union all
select cast('GROUP' as varchar(7)), g.id, g.entra_id, g.primary_address, g.display_name
from group_member m
join mail_group g on g.id = m.nested_group_id
where m.group_id = :id
    and (
        :pattern = '%'
        or g.primary_address like lower(:pattern) escape '!'
        or lower(g.display_name) like lower(:pattern) escape '!'
    )
