select
    case
        when d.account_id is not null then 'account ' || cast(d.account_id as varchar(20))
        else 'group ' || cast(d.group_id as varchar(20))
    end
from address d
where d.address = :address
