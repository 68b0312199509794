package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the directory holds: by object its values and addresses, and the memberships.
 *
 * @param objects by kind and Entra id
 */
record DirectoryState(Map<String, String> objects, Set<String> members) {
    private static final String OBJECTS = """
            select 'USER ' || a.entra_id as id, a.status || ' ' || a.kind || ' ' || a.role || ' ' || a.display_name as v,
                coalesce(d.address, '-') || case when d.is_primary then '*' else '' end as address
            from account a left join address d on d.account_id = a.id
            union all
            select 'GROUP ' || g.entra_id, g.status || ' ' || g.kind || ' ' || g.display_name,
                coalesce(d.address, '-') || case when d.is_primary then '*' else '' end
            from mail_group g left join address d on d.group_id = g.id
            """;
    private static final String MEMBERS = """
            select g.entra_id || '<' || a.entra_id as m
            from group_member x join mail_group g on g.id = x.group_id join account a on a.id = x.account_id
            """;

    static DirectoryState of(Product product) {
        Map<String, String> objects = new HashMap<>();
        product.rows(OBJECTS).forEach(row -> {
            String[] parts = row.split(" ", 3);
            objects.merge(parts[0] + " " + parts[1], parts[2], (before, more) -> before + ", " + more);
        });
        return new DirectoryState(objects, new HashSet<>(product.rows(MEMBERS)));
    }

    /** What was reached when the process died lies between these two: each object is in the one state or in the other. */
    void assertBetween(DirectoryState before, DirectoryState after) {
        Set<String> ids = new HashSet<>(before.objects().keySet());
        ids.addAll(after.objects().keySet());
        ids.addAll(objects.keySet());
        for (String id : ids) {
            String now = String.valueOf(objects.get(id));
            assertThat(now)
                    .as(id)
                    .isIn(
                            String.valueOf(before.objects().get(id)),
                            String.valueOf(after.objects().get(id)));
        }
        Set<String> either = new HashSet<>(before.members());
        either.addAll(after.members());
        Set<String> both = new HashSet<>(before.members());
        both.retainAll(after.members());
        assertThat(either).containsAll(members);
        assertThat(members).containsAll(both);
    }

    /** The outcomes say what was done: all or nothing of what is connected, and of the rest a prefix. */
    static void assertPrefix(Product product, String run) {
        List<String> torn = product.rows("select component from plan_item where component > 0 and run_id = " + run
                + " and outcome in ('PENDING', 'APPLIED') group by component having count(distinct outcome) > 1");
        assertThat(torn).as("connected items that were parted").isEmpty();
        List<String> overtaken = product.rows("select p.id from plan_item p where p.run_id = " + run
                + " and p.component < 0 and p.outcome = 'PENDING' and exists (select 1 from plan_item q"
                + " where q.run_id = p.run_id and q.component < 0 and q.outcome = 'APPLIED' and q.id > p.id)");
        assertThat(overtaken).as("items that later ones overtook").isEmpty();
        assertThat(product.rows("select p.entra_id from plan_item p left join account a on a.entra_id = p.entra_id"
                        + " where p.run_id = " + run + " and p.object_type = 'USER' and p.outcome = 'APPLIED'"
                        + " and case when p.category = 'DELETE' then a.id is not null"
                        + " else a.id is null or a.status <> p.new_status or a.display_name <> p.new_display_name end"))
                .as("applied, but not done")
                .isEmpty();
    }

    /** Each account was changed as often as an item for it was applied since it was added: nothing came twice. */
    static void assertNothingTwice(Product product) {
        assertThat(product.rows("""
                select a.entra_id, a.version, count(p.id) as n
                from account a
                left join plan_item p on p.entra_id = a.entra_id and p.object_type = 'USER' and p.outcome = 'APPLIED'
                    and p.category in ('UPDATE', 'DISABLE')
                    and p.id > (
                        select max(q.id) from plan_item q
                        where q.entra_id = a.entra_id and q.object_type = 'USER' and q.category = 'ADD' and q.outcome = 'APPLIED'
                    )
                group by a.entra_id, a.version
                having a.version <> count(p.id)
                """)).isEmpty();
    }
}
