-- Whoever changes the time of the next try has the mail until then.
update mail_message
set attempts = attempts + 1, next_try_at = :until
where id = :id and sent_at is null and next_try_at <= :now
