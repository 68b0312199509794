-- What approval is bound to: each item, what it would do, and whether it is selected.
select
    cast(id as varchar(20)) as item,
    category || entra_id || coalesce(new_primary, '') || coalesce(cast(row_hash as varchar(20)), '') || coalesce(new_status, '')
        || cast(members_added as varchar(12)) || '/' || cast(members_removed as varchar(12)) as content,
    case when selected then outcome else 'DESELECTED' end as choice
from plan_item
where run_id = :run
order by id
