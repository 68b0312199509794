-- Nothing was known of the settings before the first hash, so it changes nothing.
update directory_state
set settings_hash = :hash,
    connection_green = case when settings_hash is null then connection_green else false end,
    tries_from = case when settings_hash is null then tries_from else cast(:now as timestamp with time zone) end
where settings_hash is distinct from cast(:hash as varchar(64))
