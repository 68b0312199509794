-- A run that undoes another reads nothing, and plans without an image.
update sync_run
set lease_token = :lease,
    generation = case when cast(:undoOf as bigint) is null then id end,
    full_read = cast(:undoOf as bigint) is null,
    undo_of = :undoOf,
    undo_exempts = :exempts,
    plan_settings = :planSettings
where id = :run
