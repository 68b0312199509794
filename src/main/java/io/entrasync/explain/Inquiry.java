package io.entrasync.explain;

import io.entrasync.explain.Explanation.Rule;
import io.entrasync.graph.GraphDeleted;
import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphMember;
import io.entrasync.graph.GraphPage;
import io.entrasync.graph.GraphQueries;
import io.entrasync.graph.GraphReader.Type;
import io.entrasync.graph.GraphUser;
import io.entrasync.graph.PageCursor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a subject in Entra, question by question: by the ids that are known here, then by address in both spellings
 * that an entry can have, then by the attributes that mostly hold the same. Whoever asks Graph takes the open question
 * and gives the answer back.
 */
public final class Inquiry {
    private record Question(Type type, String url, String rule, String value) {}

    private final GraphQueries queries;
    private final Set<String> properties;
    private final String subject;
    private final List<String> ids;
    private final Deque<Question> questions = new ArrayDeque<>();
    private final List<Rule> rules = new ArrayList<>();
    private @Nullable GraphUser user;
    private @Nullable GraphGroup group;
    private @Nullable String mailbox;
    private @Nullable PageCursor pages;
    private final Set<String> members = new HashSet<>();

    /**
     * @param properties what is asked of a user beside what always is
     * @param ids the object ids that the subject is, or that are known for it here
     */
    public Inquiry(GraphQueries queries, Set<String> properties, String subject, List<String> ids) {
        this.queries = queries;
        this.properties = properties;
        this.subject = subject;
        this.ids = List.copyOf(ids);
        for (String id : ids) {
            ask(Type.USER, queries.user(id, properties), "GET /users/{id}", id);
            ask(Type.GROUP, queries.group(id), "GET /groups/{id}", id);
        }
        if (subject.contains("@")) {
            for (String prefix : List.of("smtp:", "SMTP:")) {
                filter(Type.USERS, "proxyAddresses/any(x:x eq %s)", prefix + subject);
                filter(Type.GROUPS, "proxyAddresses/any(x:x eq %s)", prefix + subject);
            }
            filter(Type.USERS, "mail eq %s", subject);
            filter(Type.GROUPS, "mail eq %s", subject);
            filter(Type.USERS, "userPrincipalName eq %s", subject);
        }
        ids.forEach(id -> ask(Type.DELETED, queries.deleted(id), "GET /directory/deletedItems/{id}", id));
    }

    private void filter(Type type, String filter, String value) {
        String text = filter.formatted("'" + value.replace("'", "''") + "'");
        boolean users = type == Type.USERS;
        ask(
                type,
                users ? queries.usersWith(text, properties) : queries.groupsWith(text),
                users ? "GET /users?$filter" : "GET /groups?$filter",
                text);
    }

    private void ask(Type type, String url, String rule, String value) {
        questions.add(new Question(type, url, rule, value));
    }

    public String subject() {
        return subject;
    }

    /** The id to explain: what was found, else what is known here; null without any. */
    public @Nullable String id() {
        if (user != null) {
            return user.id();
        }
        return group != null ? group.id() : ids.stream().findFirst().orElse(null);
    }

    /** Whether a question is open. */
    public boolean isOpen() {
        return !questions.isEmpty() || hasPage();
    }

    public String getUrl() {
        return hasPage()
                ? String.valueOf(open().getLink())
                : questions.element().url();
    }

    public Type getType() {
        return hasPage() ? Type.MEMBERS : questions.element().type();
    }

    /** Takes the answer to the open question; null: there is no such object, or the page is lost. */
    public void take(@Nullable Object answer) {
        if (hasPage()) {
            takeMembers((GraphPage.@Nullable Members) answer);
            return;
        }
        Question question = questions.remove();
        if (answer instanceof String purpose) {
            mailbox = purpose;
            rules.add(new Rule(question.rule, question.value, purpose));
            return;
        }
        String outcome = note(answer);
        rules.add(new Rule(question.rule, question.value, outcome));
        if (user != null || group != null) {
            questions.clear();
        }
    }

    private String note(@Nullable Object answer) {
        if (answer instanceof GraphUser found) {
            user = found;
        } else if (answer instanceof GraphGroup found) {
            group = found;
        } else if (answer instanceof GraphPage.Users page) {
            user = first(page.value());
        } else if (answer instanceof GraphPage.Groups page) {
            group = first(page.value());
        } else if (answer instanceof GraphDeleted deleted) {
            return "deleted " + deleted.deletedDateTime();
        }
        return user == null && group == null ? "not found" : "found";
    }

    private static <T> @Nullable T first(@Nullable List<T> found) {
        return found == null || found.isEmpty() ? null : found.get(0);
    }

    /** Asks what the user's mailbox is for. */
    public void askMailbox(String userId) {
        ask(Type.MAILBOX, queries.mailbox(userId), "GET /users/{id}/mailboxSettings/userPurpose", userId);
    }

    /** Asks for the group's members. */
    public void askMembers(String groupId) {
        pages = queries.groupMembers(groupId);
    }

    private boolean hasPage() {
        return pages != null && pages.isMore();
    }

    private PageCursor open() {
        return Objects.requireNonNull(pages);
    }

    private void takeMembers(GraphPage.@Nullable Members page) {
        if (page == null) {
            members.clear();
            open().restart();
            return;
        }
        List<GraphMember> found = page.value() == null ? List.of() : page.value();
        found.stream().filter(GraphMember::canBeImported).map(GraphMember::id).forEach(members::add);
        open().advance(page);
        if (!hasPage()) {
            rules.add(new Rule("GET /groups/{id}/members", id(), members.size() + " users and groups"));
        }
    }

    public @Nullable GraphUser user() {
        return user;
    }

    public @Nullable GraphGroup group() {
        return group;
    }

    /** What the mailbox is for; null if that was not asked. */
    public @Nullable String mailbox() {
        return mailbox;
    }

    /** The members' ids; null if they were not asked for. */
    public @Nullable Set<String> members() {
        return pages == null ? null : Set.copyOf(members);
    }

    /** What was asked, and how it was answered. */
    public List<Rule> rules() {
        return List.copyOf(rules);
    }
}
