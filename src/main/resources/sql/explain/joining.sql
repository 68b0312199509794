-- Of these ids: who is, or becomes, an account or group, and is no member of the group yet.
select count(*)
from (
    select a.entra_id
    from account a
    where a.entra_id in (<ids>)
        and not exists (select 1 from group_member m where m.group_id = :group and m.account_id = a.id)
    union
    select g.entra_id
    from mail_group g
    where g.entra_id in (<ids>)
        and not exists (select 1 from group_member m where m.group_id = :group and m.nested_group_id = g.id)
    union
    select i.entra_id
    from image_user i
    join directory_state s on s.image_generation = i.generation
    where i.entra_id in (<ids>)
        and i.reason is null
        and cast(:activeUsers as boolean)
        and not exists (select 1 from account a where a.entra_id = i.entra_id)
        and case
            when exists (select 1 from account a where a.entra_id is null and a.primary_address = i.primary_address)
                then cast(:updateUsers as boolean)
            else cast(:addUsers as boolean)
        end
    union
    select i.entra_id
    from image_group i
    join directory_state s on s.image_generation = i.generation
    where i.entra_id in (<ids>)
        and i.reason is null
        and not exists (select 1 from mail_group g where g.entra_id = i.entra_id)
        and case
            when exists (select 1 from mail_group g where g.entra_id is null and g.primary_address = i.primary_address)
                then cast(:updateGroups as boolean)
            else cast(:addGroups as boolean)
        end
) s
