select a.*
from account a
where :pattern = '%'
    or lower(a.display_name) like lower(:pattern) escape '!'
    or exists (select 1 from address d where d.account_id = a.id and d.address like lower(:pattern) escape '!')
