-- What changed since, seen before anybody has to decide on it.
update plan_item
set outcome = 'STALE', error = 'It changed after the run that is undone.'
where run_id = :run
    and outcome = 'PENDING'
    and (
        (category = 'ADD' and object_type = 'USER' and exists (
            select 1 from account a where a.entra_id = plan_item.entra_id or a.id = plan_item.target_id))
        or (category = 'ADD' and object_type = 'GROUP' and exists (
            select 1 from mail_group g where g.entra_id = plan_item.entra_id or g.id = plan_item.target_id))
        or (category <> 'ADD' and object_type = 'USER' and not exists (
            select 1 from account a where a.id = plan_item.target_id and a.version = plan_item.target_version))
        or (category <> 'ADD' and object_type = 'GROUP' and not exists (
            select 1 from mail_group g where g.id = plan_item.target_id and g.version = plan_item.target_version))
    )
