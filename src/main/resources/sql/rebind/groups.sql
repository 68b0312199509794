update mail_group
set entra_id = null, row_hash = null, version = version + 1, updated_at = :now
where entra_id is not null
