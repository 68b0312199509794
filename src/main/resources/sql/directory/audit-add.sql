insert into audit_event (happened_at, actor, action, subject, detail)
values (:now, :actor, :action, :subject, :detail)
