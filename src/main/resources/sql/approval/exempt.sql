insert into exemption (subject, entra_id, reason, created_by, created_at)
select distinct
    p.entra_id, p.entra_id, cast(:reason as varchar(1024)), cast(:actor as varchar(320)),
    cast(:now as timestamp with time zone)
from plan_item p
where p.run_id = :run
    and p.id between :from and :to
    and p.category like :category
    and p.outcome in ('PENDING', 'HELD', 'BLOCKED')
    and not exists (select 1 from exemption e where e.subject = p.entra_id)
