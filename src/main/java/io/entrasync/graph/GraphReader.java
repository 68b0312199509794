package io.entrasync.graph;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.model.ProblemException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an answer as what was asked for. */
public final class GraphReader {
    private final GraphAnswers answers;

    /** What can be asked for. */
    public enum Type {
        USERS,
        GROUPS,
        MEMBERS,
        FILTER_MEMBERS,
        BATCH,
        USER,
        GROUP,
        DELETED,
        MAILBOX,
        APPLICATION
    }

    public GraphReader(GraphAnswers answers) {
        this.answers = answers;
    }

    /** Reads an answer; see {@link GraphAnswers} for what it throws, and null for a lost page token. */
    public @Nullable Object read(int status, Map<String, ?> headers, @Nullable InputStream body, Type type) {
        InputStream content = body == null ? InputStream.nullInputStream() : body;
        GraphResponse response = new GraphResponse(status, headers, content);
        return switch (type) {
            case USERS -> answers.page(response, GraphPage.Users.class);
            case GROUPS -> answers.page(response, GraphPage.Groups.class);
            case MEMBERS -> answers.page(response, GraphPage.Members.class);
            case FILTER_MEMBERS -> filterMembers(response);
            case BATCH -> answers.batch(response);
            case USER -> answers.object(response, GraphUser.class);
            case GROUP -> answers.object(response, GraphGroup.class);
            case DELETED -> status == 403 ? null : answers.object(response, GraphDeleted.class);
            case APPLICATION -> status == 403 ? null : answers.object(response, GraphApplication.class);
            case MAILBOX -> status == 200 ? mailbox(response) : "UNKNOWN";
        };
    }

    private String mailbox(GraphResponse response) {
        return Optional.ofNullable(answers.object(response, JsonNode.class))
                .flatMap(MailboxPurpose::of)
                .map(Enum::name)
                .orElse("UNKNOWN");
    }

    /** A group that is gone or must not be looked into has no members to go by. */
    private GraphPage.@Nullable Members filterMembers(GraphResponse response) {
        try {
            return answers.page(response, GraphPage.Members.class);
        } catch (ProblemException refused) {
            if (response.status() == 403 || response.status() == 404) {
                return new GraphPage.Members(List.of(), null);
            }
            throw refused;
        }
    }
}
