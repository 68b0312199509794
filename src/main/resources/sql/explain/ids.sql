-- Whom an address belongs to: in the directory, or in the last image.
select coalesce(a.entra_id, g.entra_id) as id, 0 as rank
from address d
left join account a on a.id = d.account_id
left join mail_group g on g.id = d.group_id
where d.address = :subject and coalesce(a.entra_id, g.entra_id) is not null
union
select i.entra_id, 1
from image_address i
join directory_state s on s.image_generation = i.generation
where i.address = :subject
union
select a.entra_id, 0 from account a where a.entra_id = :subject
union
select g.entra_id, 0 from mail_group g where g.entra_id = :subject
union
select i.entra_id, 1
from image_user i
join directory_state s on s.image_generation = i.generation
where i.entra_id = :subject
union
select i.entra_id, 1
from image_group i
join directory_state s on s.image_generation = i.generation
where i.entra_id = :subject
order by 2, 1
