-- Managed groups that became dynamic or are of a kind that is not selected any more.
update image_group
set detail = 'Frozen: the stored group stays as it is.'
where generation = :run
    and reason in ('DYNAMIC_MEMBERSHIP', 'NOT_SELECTED')
    and entra_id in (select g.entra_id from mail_group g where g.source = 'ENTRA' and g.entra_id is not null)
