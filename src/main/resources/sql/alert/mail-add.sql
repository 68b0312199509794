insert into mail_message (
    mail_key, daily, covers_from, covers_until, created_at, next_try_at, subject, text_part, html_part
)
select
    s.mail_key, cast(:daily as boolean), cast(:from as timestamp with time zone), cast(:until as timestamp with time zone),
    s.created_at, s.created_at, cast(:subject as varchar(998)), cast(:text as varchar(1000000)),
    cast(:html as varchar(1000000))
from (
    select cast(:key as varchar(200)) as mail_key, cast(:now as timestamp with time zone) as created_at
    from directory_state
) s
where not exists (select 1 from mail_message m where m.mail_key = s.mail_key)
