-- An exempt address that went to another object: that one stays blocked, and somebody has to know.
update image_user
set detail = 'EXEMPTION_REUSED: the exemption of this address remembers the object ' || (
    select min(e.entra_id) from exemption e where e.subject = image_user.primary_address
)
where generation = :run
    and reason = 'EXEMPT'
    and primary_address in (
        select e.subject from exemption e where e.entra_id is not null and e.entra_id <> image_user.entra_id
    )
    and entra_id not in (select own.subject from exemption own)
    and entra_id not in (select own.entra_id from exemption own where own.entra_id is not null)
