-- What to say of a run that fails too often; no row if it does not.
select cast(failed as varchar(12)) || ' of ' || cast(applied as varchar(12)) || ' changes failed.'
from sync_run
where id = :run and applied >= :least and failed * 100 > applied * :percent
