-- A plan made before does not know of it, and is stale for this account.
update account
set kind = :kind,
    kind_by_sync = :kindBySync,
    role = :role,
    digest = :digest,
    status = :status,
    disabled_by = :disabledBy,
    former_role = :formerRole,
    former_digest = :formerDigest,
    row_hash = case when cast(:again as boolean) then null else row_hash end,
    version = version + 1,
    updated_at = :now
where id = :id
