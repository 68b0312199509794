-- Undoing reads nothing from the tenant; a review counts once it was applied, or where there was nothing to do.
select max(r.finished_at) as finished_at
from sync_run r
where r.status in ('SUCCEEDED', 'NO_CHANGE', 'PARTIAL', 'HELD') and r.undo_of is null
