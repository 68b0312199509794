select entra_id from image_group
where generation = :run and members = 'PENDING' and entra_id > :after
order by entra_id
limit :limit
