package io.entrasync.store;

import io.entrasync.graph.GraphGroup;
import io.entrasync.plan.RowHash;
import io.entrasync.scope.Decision;
import io.entrasync.scope.Scope;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group with the scope's decision: one row of the new image. */
public record GroupRow(GraphGroup group, Decision decision) implements ImageRow {
    static final List<String> COLUMNS = List.of(
            "generation",
            "page",
            "entra_id",
            "kind",
            "primary_address",
            "display_name",
            "mail_enabled",
            "addresses_known",
            "reason",
            "shown_address",
            "detail",
            "row_hash",
            "hides_members",
            "members",
            "unregistered_domain",
            "dynamic_members");

    @Override
    public String id() {
        return group.id();
    }

    @Override
    public @Nullable Object[] columns(long generation, int page) {
        String kind = Scope.kind(group).name();
        RowHash hash = new RowHash().add(kind).add(group.displayName());
        return new @Nullable Object[] {
            generation,
            page,
            group.id(),
            kind,
            ImageRow.text(decision.mail().primary()),
            ImageRow.clean(group.displayName()),
            Boolean.TRUE.equals(group.mailEnabled()),
            decision.mail().known(),
            ImageRow.word(decision.reason()),
            ImageRow.clean(decision.mail().shown()),
            ImageRow.clean(decision.detail()),
            ImageRow.addDecision(hash, decision).value(),
            group.hidesMembers(),
            decision.reason() == null ? "PENDING" : "UNREAD",
            decision.mail().unregisteredDomain(),
            Scope.isDynamic(group)
        };
    }
}
