select * from mail_message where sent_at is null and next_try_at <= :now order by id limit 1
