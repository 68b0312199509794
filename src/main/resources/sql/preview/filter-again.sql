-- A group that a filter named at the last read, too.
insert into image_filter_member (generation, group_entra_id, member_entra_id)
select distinct cast(:run as bigint), m.group_entra_id, m.member_entra_id
from image_filter f
join image_filter_member m on m.generation = f.generation and m.group_entra_id = f.entra_id
where f.generation = :image
    and f.entra_id = :group
    and not exists (
        select 1
        from image_filter_member k
        where k.generation = :run and k.group_entra_id = m.group_entra_id and k.member_entra_id = m.member_entra_id
    )
