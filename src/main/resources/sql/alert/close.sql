update alert_cause set closed_at = :now where kind = :kind and subject = :subject
