merge into alert_cause c
using (select cast(:kind as varchar(32)) as kind, cast(:subject as varchar(320)) as subject from directory_state) s
on c.kind = s.kind and c.subject = s.subject
when matched then update set opened_at = :now, closed_at = null
when not matched then insert (kind, subject, opened_at) values (s.kind, s.subject, :now)
