package io.entrasync.run;

import io.entrasync.explain.Explainer;
import io.entrasync.explain.Explanation;
import io.entrasync.explain.Inquiry;
import io.entrasync.explain.Match;
import io.entrasync.explain.MemberChanges;
import io.entrasync.explain.Rehearsed;
import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphQueries;
import io.entrasync.graph.GraphUser;
import io.entrasync.model.ObjectType;
import io.entrasync.scope.ExemptSubject;
import io.entrasync.scope.RuleResult;
import io.entrasync.scope.Scope;
import io.entrasync.settings.Settings;
import io.entrasync.store.ExplainQueries;
import io.entrasync.store.GroupRow;
import io.entrasync.store.Rehearsal;
import io.entrasync.store.UserRow;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Explains what becomes of an address or object: asks, rehearses, and tells. Nothing is written. */
public final class Explaining {
    private final Supplier<Settings> settings;
    private final Scoping scoping;
    private final ConnectionCheck connection;
    private final Mailboxes mailboxes;
    private final GraphQueries graph;
    private final ExplainQueries directory;
    private final Rehearsal rehearsal;

    public Explaining(
            Supplier<Settings> settings,
            Scoping scoping,
            ConnectionCheck connection,
            Mailboxes mailboxes,
            GraphQueries graph,
            ExplainQueries directory,
            Rehearsal rehearsal) {
        this.settings = settings;
        this.scoping = scoping;
        this.connection = connection;
        this.mailboxes = mailboxes;
        this.graph = graph;
        this.directory = directory;
        this.rehearsal = rehearsal;
    }

    /** The subject in the form in which it is looked for; empty if it is neither address nor id. */
    public Optional<String> subject(String text) {
        Optional<String> parsed = ExemptSubject.parse(text);
        return parsed.isPresent() || directory.ids(text.strip()).isEmpty() ? parsed : Optional.of(text.strip());
    }

    /**
     * Begins to look for a subject.
     *
     * @throws io.entrasync.model.ProblemException a sign-in code, NOT_CONFIGURED or TENANT_CHANGED
     */
    public Inquiry begin(String subject) {
        connection.requireTenant();
        List<String> known = directory.ids(subject);
        return new Inquiry(
                graph,
                settings.get().whom().filters().properties(),
                subject,
                subject.contains("@") || !known.isEmpty() ? known : List.of(subject));
    }

    /** Takes an answer, and adds what has to be asked next. */
    public void take(Inquiry inquiry, @Nullable Object answer) {
        boolean sought = inquiry.user() == null && inquiry.group() == null;
        inquiry.take(answer);
        GraphUser user = inquiry.user();
        GraphGroup group = inquiry.group();
        if (sought
                && user != null
                && mailboxes.wanted(settings.get())
                && rehearsal.asksForMailbox(settings.get(), subject(inquiry))) {
            inquiry.askMailbox(user.id());
        }
        if (sought && group != null && rehearse(inquiry).reason() == null && isManaged(inquiry)) {
            inquiry.askMembers(group.id());
        }
    }

    private boolean isManaged(Inquiry inquiry) {
        return match(inquiry).filter(match -> match.by() == Match.By.ENTRA_ID).isPresent();
    }

    /** What was found out. */
    public Explanation explain(Inquiry inquiry) {
        Scope scope = scoping.under(settings.get()).scope();
        List<RuleResult> rules = List.of();
        if (inquiry.user() != null) {
            rules = scope.rules(inquiry.user());
        } else if (inquiry.group() != null) {
            rules = scope.rules(inquiry.group());
        }
        Match match = match(inquiry).orElse(null);
        return new Explainer(settings.get(), inquiry, rules, rehearse(inquiry), match, members(inquiry, match))
                .explain();
    }

    private @Nullable MemberChanges members(Inquiry inquiry, @Nullable Match match) {
        Set<String> members = inquiry.members();
        GraphGroup group = inquiry.group();
        // hidden membership is answered with an empty list, which must not be taken for the truth
        if (members == null || match == null || group == null || (members.isEmpty() && group.hidesMembers())) {
            return null;
        }
        return directory.members(Long.parseLong(match.id()), members, settings.get());
    }

    private Rehearsed rehearse(Inquiry inquiry) {
        Rehearsal.Subject subject = subject(inquiry);
        return subject.id().isEmpty()
                ? new Rehearsed(null, null, false, null, null)
                : rehearsal.plan(settings.get(), subject, inquiry.mailbox());
    }

    private Rehearsal.Subject subject(Inquiry inquiry) {
        RunScope scope = scoping.under(settings.get());
        String id = inquiry.id();
        UserRow user = inquiry.user() == null ? null : scoping.user(scope, inquiry.user());
        GroupRow group = inquiry.group() == null ? null : scoping.group(scope, inquiry.group());
        return new Rehearsal.Subject(id == null ? "" : id, user, group, mailboxes.wanted(settings.get()));
    }

    private Optional<Match> match(Inquiry inquiry) {
        GraphUser user = inquiry.user();
        GraphGroup group = inquiry.group();
        ObjectType type = user != null ? ObjectType.USER : group != null ? ObjectType.GROUP : null;
        return directory.match(inquiry.subject(), inquiry.id(), type, primary(inquiry));
    }

    private @Nullable String primary(Inquiry inquiry) {
        Scope scope = scoping.under(settings.get()).scope();
        var mail = inquiry.user() != null
                ? scope.decide(inquiry.user()).mail()
                : inquiry.group() != null ? scope.decide(inquiry.group()).mail() : null;
        return mail == null || mail.primary() == null ? null : mail.primary().address();
    }
}
