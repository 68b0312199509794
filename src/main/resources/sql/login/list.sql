select l.*, a.primary_address
from admin_login l
join account a on a.id = l.account_id
where lower(l.display_name) like lower(:pattern) escape '!' or a.primary_address like lower(:pattern) escape '!'
