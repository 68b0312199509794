select item_id as owner, code, detail from plan_warning where item_id in (<ids>) order by code, detail
