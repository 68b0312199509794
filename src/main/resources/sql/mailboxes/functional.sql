-- Rule 4 does not concern shared, room and equipment mailboxes: the address rules decide.
update image_user
set functional = true,
    reason = case when reason = 'SIGN_IN_DISABLED' then mail_reason else reason end,
    detail = case when reason = 'SIGN_IN_DISABLED' then case mail_reason
        when 'UNREGISTERED_DOMAIN' then unregistered_domain
        when 'INVALID_ADDRESS' then shown_address
    end else detail end
where generation = (select generation from sync_run where id = :run)
    and not functional
    and (reason is null or reason not in ('EXEMPT', 'GUEST', 'FILTERED'))
    and entra_id in (select m.entra_id from mailbox m where m.purpose in ('SHARED', 'ROOM', 'EQUIPMENT'))
