-- When the last daily summary ended.
select max(covers_until) from mail_message where daily and covers_until <= :now
