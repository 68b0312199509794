-- Members of a group, and of those found before; repeated until there are no more.
insert into image_filter_member (generation, group_entra_id, member_entra_id)
select distinct cast(:run as bigint), cast(:group as varchar(64)), m.member_entra_id
from image_member m
where m.generation = :run
    and (
        m.group_entra_id = :group
        or m.group_entra_id in (
            select x.member_entra_id from image_filter_member x where x.generation = :run and x.group_entra_id = :group
        )
    )
    and not exists (
        select 1
        from image_filter_member k
        where k.generation = :run and k.group_entra_id = :group and k.member_entra_id = m.member_entra_id
    )
