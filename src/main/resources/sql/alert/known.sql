select * from alert_cause
