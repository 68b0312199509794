-- A complete read; one that an operator asked for turns the connection green, whatever becomes of its plan.
merge into directory_state d
using (select r.started_by from sync_run r where r.id = :run) r
on d.id = 1
when matched then update set
    last_success_at = :now,
    last_problem = null,
    last_manual_success_at = case when r.started_by = 'MANUAL' then cast(:now as timestamp with time zone) else d.last_manual_success_at end,
    connection_green = case when r.started_by = 'MANUAL' then true else d.connection_green end
