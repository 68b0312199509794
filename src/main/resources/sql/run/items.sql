select p.*
from plan_item p
where p.run_id = :run
    and p.category like :category
    and p.object_type like :objectType
    and case when p.selected then p.outcome else 'DESELECTED' end like :outcome
    and (
        :pattern = '%'
        or p.address like lower(:pattern) escape '!'
        or lower(p.display_name) like lower(:pattern) escape '!'
    )
