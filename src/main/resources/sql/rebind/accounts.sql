-- Everything stays but the id that another tenant gave; the version tells older plans.
update account
set entra_id = null, row_hash = null, version = version + 1, updated_at = :now
where entra_id is not null
