-- Blocked sign-in without a licence is the normal state of a shared mailbox.
insert into plan_warning (item_id, code, detail)
select p.id, 'MAYBE_SHARED_MAILBOX', 'Has no licence and may be a shared mailbox, which could not be asked for: its mail will be refused.'
from sync_run r
join plan_item p on p.run_id = r.id and p.object_type = 'USER' and p.category = 'DISABLE' and p.reason = 'SIGN_IN_DISABLED'
join image_user i on i.generation = r.generation and i.entra_id = p.entra_id and not i.licensed
where r.id = :run
    and (i.mail_reason is null or i.mail_reason <> 'NO_PROXY_ADDRESS')
    and not (r.shared_mailboxes and exists (select 1 from mailbox m where m.entra_id = i.entra_id))
