select group_id as owner, address from address where group_id in (<ids>) and not is_primary order by address
