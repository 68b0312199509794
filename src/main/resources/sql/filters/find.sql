-- Groups whose object id or display name is this text.
select distinct entra_id
from image_group
where generation = :run and (entra_id = lower(:name) or entra_id = :name or lower(display_name) = lower(:name))
order by entra_id
