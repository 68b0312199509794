update alert_cause set told_at = :now where kind = :kind and subject = :subject
