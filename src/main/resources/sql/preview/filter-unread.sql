-- Of how many groups, this one and those inside, the members are not known.
select count(*)
from image_group g
where g.generation = :run
    and g.members <> 'READ'
    and (
        g.entra_id = :group
        or g.entra_id in (
            select x.member_entra_id from image_filter_member x where x.generation = :run and x.group_entra_id = :group
        )
    )
