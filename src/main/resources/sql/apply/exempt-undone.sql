-- What is undone is left alone from now on, or else the next run would do it again.
insert into exemption (subject, entra_id, reason, created_by, created_at)
select distinct
    p.entra_id, p.entra_id, 'Run ' || cast(r.undo_of as varchar(20)) || ' was undone', coalesce(r.requested_by, 'SYSTEM'),
    cast(:now as timestamp with time zone)
from sync_run r
join plan_item p on p.run_id = r.id
where r.id = :run and r.undo_exempts
    and p.id between :from and :to and p.component = :component and p.selected and p.outcome = 'PENDING'
    and not p.leaves
    and not exists (select 1 from exemption e where e.subject = p.entra_id)
