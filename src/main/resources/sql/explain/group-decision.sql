select i.reason, i.detail, false as functional
from sync_run r
join image_group i on i.generation = r.generation
where r.id = :run and i.entra_id = :id
