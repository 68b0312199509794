update directory_state
set tenant_id = null,
    image_generation = null,
    review_next = true,
    connection_green = false,
    tries_from = :now,
    last_problem = case when last_problem like '%"code":"TENANT_CHANGED"%' then null else last_problem end
