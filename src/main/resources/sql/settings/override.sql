insert into setting_override (
    setting_key, setting_value, encrypted, origin, changed_by, changed_at, reason, configured_value, former_value
)
values (:key, :value, :encrypted, :origin, :actor, :now, :reason, :configured, :former)
