-- An exempt address remembers whose primary it is, so that this object stays exempt whatever becomes of its address.
update exemption
set entra_id = coalesce(
    (select min(i.entra_id) from image_user i where i.generation = :run and i.primary_address = exemption.subject),
    (select min(i.entra_id) from image_group i where i.generation = :run and i.primary_address = exemption.subject)
)
where entra_id is null
    and subject like '%@%'
    and (
        exists (select 1 from image_user i where i.generation = :run and i.primary_address = exemption.subject)
        or exists (select 1 from image_group i where i.generation = :run and i.primary_address = exemption.subject)
    )
