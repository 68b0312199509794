select c.entra_id
from removal_candidate c
join sync_run r on r.id = c.run_id
where c.run_id = :run
    and c.object_type = :type
    and c.answer is null
    and case c.object_type when 'USER' then r.remove_users else r.remove_groups end
order by c.entra_id
limit :limit
