select
    r.users_read + r.groups_read - r.duplicates as read_rows,
    (select count(*) from image_user where generation = r.id)
        + (select count(*) from image_group where generation = r.id) as staged_rows,
    (select count(*) from image_user where generation = r.id) as staged_users,
    (select count(*) from image_group where generation = r.id and members = 'PENDING') as pending_groups
from sync_run r
where r.id = :run
