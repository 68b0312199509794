-- Whose mailbox is asked for: whoever is known as shared, room or equipment; and, of those who are blocked or have no
-- licence and have addresses, who was not answered for lately, whose licence changed, and who would be disabled now.
insert into mailbox_question (run_id, entra_id, licensed, answer)
select distinct r.id, i.entra_id, i.licensed, cast(null as varchar(10))
from sync_run r
join image_user i on i.generation = r.generation
left join mailbox m on m.entra_id = i.entra_id
left join account a on a.entra_id = i.entra_id
where r.id = :run
    and r.active_users
    and (i.reason is null or i.reason not in ('EXEMPT', 'GUEST', 'FILTERED', 'INCOMPLETE_OBJECT'))
    and (
        m.purpose in ('SHARED', 'ROOM', 'EQUIPMENT')
        or (
            (i.sign_in_disabled or not i.licensed)
            and (
                i.mail_reason is null
                or (i.mail_reason = 'UNREGISTERED_DOMAIN' and i.sign_in_disabled)
                or (i.mail_reason <> 'NO_PROXY_ADDRESS' and a.id is not null)
            )
            and (
                m.entra_id is null
                or m.answered_at < :outdated
                or m.licensed is distinct from i.licensed
                or (i.sign_in_disabled and a.status = 'ACTIVE' and (a.kind = 'USER' or a.kind_by_sync))
            )
        )
    )
