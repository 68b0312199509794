package io.entrasync.graph;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the direct members of up to 20 groups: first pages together in a {@code $batch}, further pages of large groups
 * one after the other. What has arrived is drained as it comes, so that a group may be of any size.
 */
public final class MemberBatch {
    private final GraphAnswers answers;
    private final GraphQueries queries;
    private final BatchRounds<String> rounds;
    private final Deque<Rest> rest = new ArrayDeque<>();
    private List<MemberPage> arrived = new ArrayList<>();

    private record Rest(String groupId, PageCursor cursor) {}

    /** What a page says of a group's members. */
    public record MemberPage(String groupId, List<GraphMember> members, State state) {}

    public enum State {
        /** More pages follow. */
        PENDING,
        /** All members are there. */
        READ,
        /** The membership is hidden from the application. */
        UNREADABLE,
        /** The group was deleted after the list of groups was read. */
        GONE
    }

    MemberBatch(GraphAnswers answers, GraphQueries queries, List<String> groupIds, int maxAttempts) {
        this.answers = answers;
        this.queries = queries;
        Map<String, String> urls = new LinkedHashMap<>();
        groupIds.forEach(id -> urls.put(id, GraphQueries.members(id)));
        this.rounds = new BatchRounds<>(urls, maxAttempts);
    }

    /** Whether first pages are still to be asked for. */
    public boolean isOpen() {
        return rounds.isOpen();
    }

    /** How long to wait before asking again, in milliseconds. */
    public long getPause() {
        return rounds.pause().toMillis();
    }

    public int getRepeats() {
        return rounds.repeats();
    }

    /** The body of the next {@code $batch}. */
    public BatchRequest request() {
        return rounds.request();
    }

    /** Takes the answer to the batch. */
    public void take(BatchAnswer answer) {
        rounds.take(answer).forEach(this::take);
    }

    private void take(String groupId, BatchAnswer.Part part) {
        if (part.status() == 404) {
            arrived.add(new MemberPage(groupId, List.of(), State.GONE));
        } else if (part.status() == 403) {
            arrived.add(new MemberPage(groupId, List.of(), State.UNREADABLE));
        } else if (part.status() != 200 || part.body() == null) {
            throw part.error().exception(null, null);
        } else {
            GraphPage.Members page = answers.convert(part.body(), GraphPage.Members.class);
            arrive(groupId, page);
            if (page.nextLink() != null) {
                rest.add(new Rest(groupId, queries.membersAfter(groupId, page)));
            }
        }
    }

    /** The pages still to be read of the first of the large groups; null when there is none left. */
    public @Nullable PageCursor getCursor() {
        Rest first = rest.peek();
        return first == null ? null : first.cursor();
    }

    /** Takes a further page of the first of the large groups; null if its page token is lost. */
    public void takePage(GraphPage.@Nullable Members page) {
        Rest first = rest.element();
        if (page == null) {
            throw new ProblemException(
                    Problem.of(ProblemCode.READ_INCOMPLETE, "Graph lost the page token of a group's members."));
        }
        first.cursor().advance(page);
        arrive(first.groupId(), page);
        if (!first.cursor().isMore()) {
            rest.remove();
        }
    }

    private void arrive(String groupId, GraphPage.Members page) {
        List<GraphMember> members = page.value();
        if (members == null) {
            throw new ProblemException(
                    Problem.of(ProblemCode.READ_INCOMPLETE, "Graph's answer holds no list of members."));
        }
        arrived.add(new MemberPage(groupId, members, page.nextLink() == null ? State.READ : State.PENDING));
    }

    /** What has arrived since the last call. */
    public List<MemberPage> drain() {
        List<MemberPage> drained = arrived;
        arrived = new ArrayList<>();
        return drained;
    }
}
