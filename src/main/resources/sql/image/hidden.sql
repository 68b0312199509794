-- Without the permission Graph answers a hidden membership with an empty list, which must not be taken for the truth.
update image_group
set members = 'UNREADABLE'
where generation = :run
    and hides_members
    and members = 'READ'
    and not exists (
        select 1 from image_member m where m.generation = image_group.generation and m.group_entra_id = image_group.entra_id
    )
