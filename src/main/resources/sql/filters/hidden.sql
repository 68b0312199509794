-- Groups with hidden membership inside those that filters name: theirs must be readable too.
select distinct f.effect, g.entra_id, f.name
from image_filter f
join image_filter_member m on m.generation = f.generation and m.group_entra_id = f.entra_id
join image_group g on g.generation = m.generation and g.entra_id = m.member_entra_id and g.hides_members
where f.generation = :run
