-- Managed users whose account is not what their mailbox asks for, or who are still active without sign-in: they are
-- looked at even if unchanged.
insert into plan_candidate (run_id, entra_id)
select r.id, i.entra_id
from sync_run r
join image_user i on i.generation = r.generation and (i.functional or i.sign_in_disabled)
join account a on a.entra_id = i.entra_id
where r.id = :run
    and (
        (i.functional and (a.kind = 'USER' or a.status = 'DISABLED'))
        or (i.reason = 'SIGN_IN_DISABLED' and a.status = 'ACTIVE' and (a.kind = 'USER' or a.kind_by_sync))
    )
union
select r.id, a.entra_id
from sync_run r
join mailbox m on m.purpose = 'USER'
join account a on a.entra_id = m.entra_id and a.kind_by_sync and a.kind = 'FUNCTIONAL'
where r.id = :run and r.shared_mailboxes
