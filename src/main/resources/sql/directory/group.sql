select g.*, (select count(*) from group_member m where m.group_id = g.id) as member_count
from mail_group g
where g.id = :id
