-- By object id, and by every address. What was exempt before stays what it was.
insert into exemption (subject, entra_id, reason, created_by, created_at, converted_account)
select
    s.subject, s.entra_id, cast('Converted to functional' as varchar(1024)), cast(:actor as varchar(320)),
    cast(:now as timestamp with time zone), s.id
from (
    select lower(a.entra_id) as subject, a.entra_id, a.id from account a where a.id = :id and a.entra_id is not null
    union
    select d.address, a.entra_id, a.id from account a join address d on d.account_id = a.id where a.id = :id
) s
where not exists (select 1 from exemption e where e.subject = s.subject)
