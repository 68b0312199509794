package io.entrasync.store;

import io.entrasync.graph.GraphUser;
import io.entrasync.plan.RowHash;
import io.entrasync.scope.Decision;
import io.entrasync.scope.UserFilter;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user with the scope's decision: one row of the new image. */
public record UserRow(GraphUser user, Decision decision, UserFilter.Mark filter) implements ImageRow {
    static final List<String> COLUMNS = List.of(
            "generation",
            "page",
            "entra_id",
            "primary_address",
            "display_name",
            "given_name",
            "surname",
            "mobile_phone",
            "department",
            "preferred_language",
            "addresses_known",
            "reason",
            "mail_reason",
            "shown_address",
            "detail",
            "row_hash",
            "sign_in_disabled",
            "licensed",
            "unregistered_domain",
            "excluded_by",
            "included",
            "sign_in_known");

    @Override
    public String id() {
        return user.id();
    }

    @Override
    public @Nullable Object[] columns(long generation, int page) {
        @Nullable
        Object[] row = {
            generation,
            page,
            user.id(),
            ImageRow.text(decision.mail().primary()),
            ImageRow.clean(user.displayName()),
            ImageRow.clean(user.givenName()),
            ImageRow.clean(user.surname()),
            ImageRow.clean(user.mobilePhone()),
            ImageRow.clean(user.department()),
            ImageRow.clean(user.preferredLanguage()),
            decision.mail().known(),
            ImageRow.word(decision.reason()),
            ImageRow.word(decision.mailReason()),
            ImageRow.clean(decision.mail().shown()),
            ImageRow.clean(decision.detail()),
            hash()
        };
        @Nullable Object[] marks = marks();
        @Nullable Object[] all = Arrays.copyOf(row, row.length + marks.length);
        System.arraycopy(marks, 0, all, row.length, marks.length);
        return all;
    }

    /** What later decisions look at. */
    private @Nullable Object[] marks() {
        return new @Nullable Object[] {
            Boolean.FALSE.equals(user.accountEnabled()),
            user.licensed(),
            decision.mail().unregisteredDomain(),
            ImageRow.clean(filter.excludedBy()),
            filter.included(),
            user.accountEnabled() != null
        };
    }

    private long hash() {
        RowHash hash = new RowHash()
                .add(user.displayName())
                .add(user.givenName())
                .add(user.surname())
                .add(user.mobilePhone())
                .add(user.department())
                .add(user.preferredLanguage());
        return ImageRow.addDecision(hash, decision).value();
    }
}
