-- Whether an address is someone else's is decided anew by each plan.
update image_user set reason = null, detail = null where generation = :run and reason = 'ADDRESS_CONFLICT'
