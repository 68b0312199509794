select *
from audit_event e
where e.action in ('SETTING_CHANGED', 'SETTING_RESET') and e.happened_at >= :from and e.happened_at < :until
order by e.id
