package io.entrasync.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jdbi.v3.core.Handle;

/** Copies what a plan for one object looks at: the object's neighbours, and what holds for all. */
record RehearsalCopy(Handle handle, Scratch scratch, long run) {
    private static final String ALL = "1 in (<ids>)";
    private static final String IMAGE =
            "x.generation = (select image_generation from directory_state) and x.entra_id in (<ids>)";

    /** @param filters whether groups decide who is brought over */
    void copy(Rehearsal.Subject subject, boolean filters) {
        Neighbours neighbours = Neighbours.of(handle, subject.id(), subject.addresses());
        scratch.copy(handle, "registered_domain", ALL, List.of(1), null);
        scratch.copy(handle, "account", "x.id in (<ids>)", neighbours.accounts, null);
        scratch.copy(handle, "mail_group", "x.id in (<ids>)", neighbours.groups, null);
        scratch.copy(handle, "address", "x.account_id in (<ids>)", neighbours.accounts, null);
        scratch.copy(handle, "address", "x.group_id in (<ids>)", neighbours.groups, null);
        Set<String> exempt = new TreeSet<>(neighbours.addresses);
        exempt.addAll(neighbours.ids);
        exempt.addAll(Neighbours.select(
                handle,
                "select subject from exemption where entra_id in (<ids>)",
                neighbours.ids,
                (rs, context) -> rs.getString("subject")));
        scratch.copy(handle, "exemption", "x.subject in (<ids>)", exempt, null);
        for (String table : List.of("deleted_account", "mailbox")) {
            scratch.copy(handle, table, "x.entra_id in (<ids>)", neighbours.ids, null);
        }
        image(subject.id(), neighbours, filters);
        boolean held = handle.createQuery("select hold_removals from directory_state")
                .mapTo(Boolean.class)
                .one();
        scratch.directory().jdbi().useHandle(to -> to.execute("update directory_state set hold_removals = ?", held));
    }

    private void image(String id, Neighbours neighbours, boolean filters) {
        List<String> others = new ArrayList<>(neighbours.ids);
        others.remove(id);
        for (String table : List.of("image_user", "image_group", "image_address", "image_exempt_address")) {
            scratch.copy(handle, table, IMAGE, others, run);
        }
        if (filters) {
            scratch.copy(
                    handle,
                    "image_filter",
                    "1 in (<ids>) and x.generation = (select image_generation from directory_state)",
                    List.of(1),
                    run);
            scratch.copy(
                    handle,
                    "image_filter_member",
                    "x.generation = (select image_generation from directory_state) and x.member_entra_id in (<ids>)",
                    neighbours.ids,
                    run);
        }
    }

    /** Conflicts are decided anew. */
    static void forgetConflicts(Handle handle) {
        for (String table : List.of("image_user", "image_group")) {
            handle.execute("update " + table + " set reason = null, detail = null where reason = 'ADDRESS_CONFLICT'");
        }
    }
}
