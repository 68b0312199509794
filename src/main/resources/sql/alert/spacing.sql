-- Why failed tries are spaced now, as it was noted when that began.
select e.happened_at as since, e.detail
from audit_event e
join directory_state d on d.spaced_since is not null
where e.action = 'SPACING_STARTED'
order by e.id desc
limit 1
