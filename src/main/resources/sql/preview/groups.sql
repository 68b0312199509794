-- The rules for groups, as far as the image tells what they look at.
update image_group
set reason = case
    when not (
        select case image_group.kind
            when 'MICROSOFT_365' then r.microsoft_365_groups
            when 'DISTRIBUTION' then r.distribution_groups
            else r.security_groups
        end
        from sync_run r
        where r.id = :run
    ) then 'NOT_SELECTED'
    when dynamic_members and not (select r.dynamic_groups from sync_run r where r.id = :run) then 'DYNAMIC_MEMBERSHIP'
    when not mail_enabled or primary_address is not null then null
    when not addresses_known then 'INCOMPLETE_OBJECT'
    when unregistered_domain is not null then 'UNREGISTERED_DOMAIN'
    when shown_address is not null then 'INVALID_ADDRESS'
    when exists (
        select 1
        from image_address a
        where a.generation = image_group.generation and a.entra_id = image_group.entra_id
    ) then 'NO_PRIMARY_ADDRESS'
    else 'NO_PROXY_ADDRESS'
end
where generation = :run and (reason is null or reason not in ('EXEMPT', 'FILTERED', 'INCOMPLETE_OBJECT'))
