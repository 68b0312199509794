update directory_state
set scheduled = :on
where scheduled is null or scheduled <> :on
