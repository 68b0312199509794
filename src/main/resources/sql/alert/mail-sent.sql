update mail_message
set sent_at = :now, text_part = null, html_part = null, last_error = null
where id = :id
