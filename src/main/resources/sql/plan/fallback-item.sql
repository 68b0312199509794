-- Without an address to fall back on it stays what it is.
update plan_item
set new_primary = (select max(x.address) from plan_address x where x.item_id = plan_item.id and x.claim = '00'),
    new_status = case
        when exists (select 1 from plan_address x where x.item_id = plan_item.id and x.claim = '00') then new_status
        else old_status
    end,
    row_hash = null
where run_id = :run
    and category <> 'ADD'
    and exists (select 1 from plan_address x where x.item_id = plan_item.id and x.address = plan_item.new_primary and x.lost)
