select
    d.name, d.purpose,
    (select count(distinct a.account_id) from address a where a.domain = d.name) as accounts,
    (select count(distinct a.group_id) from address a where a.domain = d.name) as groups
from registered_domain d
where d.name = :name
