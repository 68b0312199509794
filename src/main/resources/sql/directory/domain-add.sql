insert into registered_domain (name, purpose)
select s.name, s.purpose
from (select cast(:name as varchar(253)) as name, cast(:purpose as varchar(10)) as purpose from directory_state) s
where not exists (select 1 from registered_domain d where d.name = s.name)
