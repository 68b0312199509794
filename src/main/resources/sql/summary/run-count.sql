select count(*)
from sync_run r
where r.started_at < :until and (r.finished_at is null or r.finished_at >= :from)
