-- Managed groups of selected kinds which the full read did not deliver.
insert into removal_candidate (run_id, object_type, entra_id, answer)
select r.id, 'GROUP', g.entra_id, null
from sync_run r
join mail_group g on g.source = 'ENTRA' and g.entra_id is not null
where r.id = :run
    and case g.kind
        when 'MICROSOFT_365' then r.microsoft_365_groups
        when 'DISTRIBUTION' then r.distribution_groups
        else r.security_groups
    end
    and not exists (select 1 from image_group i where i.generation = r.generation and i.entra_id = g.entra_id)
    and not exists (select 1 from exemption e where e.subject = g.entra_id or e.entra_id = g.entra_id)
    and not exists (select 1 from exemption e join address d on d.address = e.subject where d.group_id = g.id)
