-- Let in by nothing, where something has to.
update image_user
set reason = 'FILTERED', detail = 'filter.include, filter.include-groups: no entry matches', row_hash = -1 - row_hash
where generation = :run
    and (reason is null or reason not in ('EXEMPT', 'GUEST', 'FILTERED'))
    and (
        (included is null and exists (
            select 1 from image_filter f where f.generation = image_user.generation and f.effect = 'INCLUDE'
        ))
        or not included
    )
    and not exists (
        select 1
        from image_filter_member m
        join image_filter f on f.generation = m.generation and f.entra_id = m.group_entra_id and f.effect = 'INCLUDE'
        where m.generation = image_user.generation and m.member_entra_id = image_user.entra_id
    )
