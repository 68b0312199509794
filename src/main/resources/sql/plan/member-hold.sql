-- A group of more than three that would lose more than half of its members keeps them until that is approved: its
-- losses become an item of their own. Members who are deleted themselves do not count.
insert into plan_item (
    run_id, component, category, object_type, target_id, target_version, entra_id, address, display_name, outcome, error,
    old_kind, new_kind, old_status, new_status, old_primary, new_primary, old_display_name, new_display_name,
    row_hash, members_removed, holds_members
)
select
    p.run_id, -p.run_id, 'UPDATE', 'GROUP', p.target_id, p.target_version, p.entra_id, p.address, p.display_name,
    'HELD', 'The group would lose more than half of its members; held for approval.',
    g.kind, g.kind, g.status, g.status, g.primary_address, g.primary_address, g.display_name, g.display_name,
    g.row_hash, p.members_removed, true
from plan_item p
join mail_group g on g.id = p.target_id
where p.run_id = :run
    and p.object_type = 'GROUP'
    and p.category <> 'DELETE'
    and p.members_removed > 0
    and (select count(*) from group_member m where m.group_id = g.id) > 3
    and (select count(*) from group_member m where m.group_id = g.id) < 2 * (
        select count(*)
        from plan_member m
        where m.run_id = p.run_id
            and m.group_entra_id = p.entra_id
            and m.change = 'REMOVED'
            and not exists (
                select 1
                from plan_item q
                where q.run_id = m.run_id and q.entra_id = m.member_entra_id and q.category = 'DELETE'
            )
    )
