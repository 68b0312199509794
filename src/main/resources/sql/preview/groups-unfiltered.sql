update image_group set reason = null, detail = null, row_hash = -1 - row_hash where generation = :run and reason = 'FILTERED'
