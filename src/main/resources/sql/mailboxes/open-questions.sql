select entra_id
from mailbox_question
where run_id = :run and answer is null and entra_id > :after
order by entra_id
limit :limit
