select account_id as owner, address from address where account_id in (<ids>) and not is_primary order by address
