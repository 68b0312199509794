-- Without an address to fall back on it does not become active.
update plan_item
set new_primary = (select max(x.address) from plan_address x where x.item_id = plan_item.id and x.claim = '00'),
    new_status = case
        when new_status = 'ACTIVE' and not exists (
            select 1 from plan_address x where x.item_id = plan_item.id and x.claim = '00'
        ) then old_status
        else new_status
    end,
    row_hash = null
where run_id = :run
    and category <> 'ADD'
    and exists (select 1 from plan_address x where x.item_id = plan_item.id and x.address = plan_item.new_primary and x.lost)
