update plan_item set component = :component where id = :item
