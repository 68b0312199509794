select * from account where id = :id for update
