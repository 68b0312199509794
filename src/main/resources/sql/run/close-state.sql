-- What the connection shows. A read that an operator asked for turns it green, also one that ended in unregistered
-- domains; a failed one turns it grey. The first success binds the directory to its tenant.
merge into directory_state d
using (
    select
        r.finished_at, r.started_by, r.problem, r.tenant_id,
        r.problem is null or r.problem like '%"code":"UNREGISTERED_DOMAINS"%' as connected
    from sync_run r
    where r.id = :run
) r
on d.id = 1
when matched then update set
    last_success_at = case when r.connected then r.finished_at else d.last_success_at end,
    last_manual_success_at = case
        when r.connected and r.started_by = 'MANUAL' then r.finished_at
        else d.last_manual_success_at
    end,
    connection_green = case when not r.connected then false when r.started_by = 'MANUAL' then true else d.connection_green end,
    last_problem = case when r.connected then null else r.problem end,
    tenant_id = case when r.problem is null then coalesce(d.tenant_id, r.tenant_id) else d.tenant_id end
