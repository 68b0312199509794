-- Managed objects that own an address which another object has in Entra: they are looked at even if unchanged.
insert into plan_candidate (run_id, entra_id)
select distinct r.id, coalesce(a.entra_id, g.entra_id)
from sync_run r
join image_address i on i.generation = r.generation
join address d on d.address = i.address
left join account a on a.id = d.account_id
left join mail_group g on g.id = d.group_id
where r.id = :run and coalesce(a.entra_id, g.entra_id) <> i.entra_id
