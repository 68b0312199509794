select cast('ACCOUNT' as varchar(7)) as member_type, a.id, a.entra_id, a.primary_address, a.display_name
from group_effective_member m
join account a on a.id = m.account_id
where m.group_id = :id
    and (
        :pattern = '%'
        or a.primary_address like lower(:pattern) escape '!'
        or lower(a.display_name) like lower(:pattern) escape '!'
    )
