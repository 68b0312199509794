-- Whose mailbox is known is not suspected to be a shared one.
update image_user
set detail = null
where generation = (select generation from sync_run where id = :run)
    and reason = 'SIGN_IN_DISABLED'
    and entra_id in (select m.entra_id from mailbox m)
