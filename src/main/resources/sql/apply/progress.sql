-- How far the run has come, for those who watch and for the next chunk.
update sync_run
set applied = applied + (
        select count(*)
        from plan_item p
        where p.id between :from and :to and p.component = :component and p.outcome <> 'PENDING'
    ),
    applied_to = case when cast(:component as bigint) < 0 then :to else applied_to end
where id = :run
