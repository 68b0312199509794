-- Mailboxes of users who are gone.
delete from mailbox
where answered_at < :outdated
    and not exists (
        select 1
        from image_user i
        where i.generation = (select generation from sync_run where id = :run) and i.entra_id = mailbox.entra_id
    )
