select min(entra_id) from image_user where generation = (select generation from sync_run where id = :run)
