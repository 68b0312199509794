insert into operator_credential (username, password_hash, created_at)
select s.username, s.password_hash, s.created_at
from (
    select
        cast(:username as varchar(320)) as username, cast(:hash as varchar(100)) as password_hash,
        cast(:now as timestamp with time zone) as created_at
    from directory_state
) s
where not exists (select 1 from operator_credential c where c.username = s.username)
