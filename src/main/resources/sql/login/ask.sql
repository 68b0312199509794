merge into admin_login l
using (values (cast(:entraId as varchar(64)), cast(:account as bigint), cast(:name as varchar(320)))) as v (entra_id, account_id, display_name)
on l.entra_id = v.entra_id
when not matched then insert (entra_id, account_id, display_name, asked_at)
    values (v.entra_id, v.account_id, v.display_name, :now)
