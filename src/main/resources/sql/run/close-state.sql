-- What the connection shows: a success that an operator saw turns it green, a failed sign-in turns it grey.
update directory_state
set last_success_at = (
        select case when r.status = 'FAILED' then directory_state.last_success_at else r.finished_at end
        from sync_run r where r.id = :run
    )
where id = 1
