-- What a run left out, as long as its image is there.
select
    s.object_type, s.entra_id, s.address, s.display_name, s.reason, s.detail
from (
    select
        cast('USER' as varchar(5)) as object_type, i.entra_id, coalesce(i.shown_address, i.primary_address) as address,
        i.display_name, i.reason, i.detail
    from sync_run r
    join image_user i on i.generation = r.generation and i.reason is not null
    where r.id = :run
    union all
    select
        cast('GROUP' as varchar(5)), i.entra_id, coalesce(i.shown_address, i.primary_address),
        i.display_name, i.reason, i.detail
    from sync_run r
    join image_group i on i.generation = r.generation and i.reason is not null
    where r.id = :run
) s
where s.reason like :reason
    and (
        :pattern = '%'
        or lower(s.address) like lower(:pattern) escape '!'
        or lower(s.display_name) like lower(:pattern) escape '!'
    )
