insert into exemption (subject, entra_id, reason, created_by, created_at)
select
    s.subject,
    coalesce(
        (
            select coalesce(a.entra_id, g.entra_id)
            from address d
            left join account a on a.id = d.account_id
            left join mail_group g on g.id = d.group_id
            where d.address = s.subject
        ),
        case when s.subject not like '%@%' then s.subject end
    ),
    cast(:reason as varchar(1024)), cast(:createdBy as varchar(320)), cast(:now as timestamp with time zone)
from (select cast(:subject as varchar(320)) as subject from directory_state) s
where not exists (select 1 from exemption e where e.subject = s.subject)
