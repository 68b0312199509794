-- Rule 4 does not concern functional accounts, unless a sync made them so and their mailbox is a person's now.
select
    case when s.functional and s.reason = 'SIGN_IN_DISABLED' then s.mail_reason else s.reason end as reason,
    s.detail, s.functional
from (
    select
        i.reason, i.mail_reason, i.detail,
        i.functional or exists (
            select 1
            from account a
            where a.entra_id = i.entra_id
                and a.kind = 'FUNCTIONAL'
                and not (a.kind_by_sync and r.shared_mailboxes and exists (
                    select 1 from mailbox m where m.entra_id = a.entra_id and m.purpose = 'USER'
                ))
        ) as functional
    from sync_run r
    join image_user i on i.generation = r.generation
    where r.id = :run and i.entra_id = :id
) s
