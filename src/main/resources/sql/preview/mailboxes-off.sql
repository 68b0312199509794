-- Where nobody asks what mailboxes are for, blocked sign-in is what it is.
update image_user
set functional = false,
    row_hash = row_hash + 1,
    reason = case
        when sign_in_disabled and (reason is null or reason not in ('EXEMPT', 'GUEST', 'FILTERED', 'INCOMPLETE_OBJECT')) then 'SIGN_IN_DISABLED'
        else reason
    end
where generation = :run and functional
