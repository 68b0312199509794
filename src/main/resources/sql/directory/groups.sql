select g.*, (select count(*) from group_member m where m.group_id = g.id) as member_count
from mail_group g
where :pattern = '%'
    or lower(g.display_name) like lower(:pattern) escape '!'
    or exists (select 1 from address d where d.group_id = g.id and d.address like lower(:pattern) escape '!')
