select id from account where role = 'ADMIN' and status = 'ACTIVE' order by id for update
