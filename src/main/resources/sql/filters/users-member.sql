-- Left out as a member of a group.
update image_user
set reason = 'FILTERED',
    detail = 'filter.exclude-groups: ' || (
        select min(f.name)
        from image_filter_member m
        join image_filter f on f.generation = m.generation and f.entra_id = m.group_entra_id and f.effect = 'EXCLUDE'
        where m.generation = image_user.generation and m.member_entra_id = image_user.entra_id
    ),
    row_hash = -1 - row_hash
where generation = :run
    and (reason is null or reason not in ('EXEMPT', 'GUEST', 'FILTERED'))
    and exists (
        select 1
        from image_filter_member m
        join image_filter f on f.generation = m.generation and f.entra_id = m.group_entra_id and f.effect = 'EXCLUDE'
        where m.generation = image_user.generation and m.member_entra_id = image_user.entra_id
    )
