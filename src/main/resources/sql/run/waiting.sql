select *
from sync_run
where (:id = 0 or id = :id)
    and (status = 'AWAITING_REVIEW' or (status in ('HELD', 'PARTIAL') and held > 0))
order by id desc
limit 1
