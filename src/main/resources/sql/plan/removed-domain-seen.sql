-- A review that nobody approves holds nothing back: the flag stays for the next run.
update directory_state
set hold_removals = false
where exists (select 1 from sync_run r where r.id = :run and r.mode = 'APPLY')
