-- Let in by no group, where one has to.
update image_group
set reason = 'FILTERED', detail = 'filter.include-groups: no entry matches', row_hash = -1 - row_hash, members = 'UNREAD'
where generation = :run
    and (reason is null or reason not in ('EXEMPT', 'FILTERED'))
    and exists (select 1 from image_filter f where f.generation = image_group.generation and f.effect = 'INCLUDE')
    and not exists (
        select 1
        from image_filter f
        where f.generation = image_group.generation and f.entra_id = image_group.entra_id and f.effect = 'INCLUDE'
    )
    and not exists (
        select 1
        from image_filter_member m
        join image_filter f on f.generation = m.generation and f.entra_id = m.group_entra_id and f.effect = 'INCLUDE'
        where m.generation = image_group.generation and m.member_entra_id = image_group.entra_id
    )
