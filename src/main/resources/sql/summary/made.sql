select covers_from from mail_message where mail_key = :key
