-- Managed users whom the full read did not deliver.
insert into removal_candidate (run_id, object_type, entra_id, answer)
select r.id, 'USER', a.entra_id, null
from sync_run r
join account a on a.source = 'ENTRA' and a.entra_id is not null
where r.id = :run
    and r.active_users
    and not exists (select 1 from image_user i where i.generation = r.generation and i.entra_id = a.entra_id)
    and not exists (select 1 from exemption e where e.subject = a.entra_id or e.entra_id = a.entra_id)
    and not exists (select 1 from exemption e join address d on d.address = e.subject where d.account_id = a.id)
