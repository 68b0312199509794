select min(entra_id) from image_group where generation = (select generation from sync_run where id = :run)
