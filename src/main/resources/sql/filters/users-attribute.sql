-- Left out by an attribute.
update image_user
set reason = 'FILTERED', detail = 'filter.exclude: ' || excluded_by, row_hash = -1 - row_hash
where generation = :run
    and excluded_by is not null
    and (reason is null or reason not in ('EXEMPT', 'GUEST', 'FILTERED'))
