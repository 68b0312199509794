-- The first success binds the directory to its tenant, and so does whatever was applied. The review that rebinding asks
-- for is done with a plan, or without need of one.
merge into directory_state d
using (select r.status, r.problem, r.applied, r.tenant_id, r.generation from sync_run r where r.id = :run) r
on d.id = 1
when matched then update set
    tenant_id = case
        when r.problem is null or r.applied > 0 then coalesce(d.tenant_id, r.tenant_id)
        else d.tenant_id
    end,
    review_next = case
        when r.status in ('AWAITING_REVIEW', 'NO_CHANGE') and r.generation = d.image_generation then false
        else d.review_next
    end
