-- What the rules after the filters say of those who were left out.
update image_user
set reason = case
        when not sign_in_known then 'INCOMPLETE_OBJECT'
        when sign_in_disabled and not functional then 'SIGN_IN_DISABLED'
        else mail_reason
    end,
    detail = null,
    row_hash = -1 - row_hash
where generation = :run and reason = 'FILTERED'
