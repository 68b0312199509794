package io.entrasync.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.entrasync.graph.MemberBatch.MemberPage;
import io.entrasync.graph.MemberBatch.State;
import io.entrasync.runtime.Json;
import io.entrasync.settings.Settings;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BatchTest {
    private static final Settings.Graph GRAPH = Settings.read(
                    Map.of("graph.base-url", "https://graph.example/v1.0", "graph.max-attempts", "2")::get)
            .graph();

    private final Batches batches = new Batches(new GraphAnswers(Json.mapper()), new GraphQueries(GRAPH), GRAPH);

    @Test
    void eachGroupSaysWhatBecameOfItsMembers() throws Exception {
        MemberBatch batch = batches.members(List.of("read", "large", "hidden", "gone"));
        assertThat(batch.request().requests())
                .extracting(BatchRequest.Part::url)
                .contains("/groups/read/members?$select=id&$top=999");

        batch.take(answer("""
                {"responses":[
                {"id":"3","status":404,"body":{"error":{"code":"Request_ResourceNotFound"}}},
                {"id":"2","status":403,"body":{"error":{"code":"Authorization_RequestDenied"}}},
                {"id":"0","status":200,"body":{"value":[]}},
                {"id":"1","status":200,"body":{"value":[],"@odata.nextLink":"https://graph.example/v1.0/next"}}]}"""));

        assertThat(batch.isOpen()).isFalse();
        assertThat(batch.drain())
                .extracting(MemberPage::groupId, MemberPage::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("gone", State.GONE),
                        org.assertj.core.groups.Tuple.tuple("hidden", State.UNREADABLE),
                        org.assertj.core.groups.Tuple.tuple("read", State.READ),
                        org.assertj.core.groups.Tuple.tuple("large", State.PENDING));
        assertThat(batch.getCursor().getLink()).isEqualTo("https://graph.example/v1.0/next");
        batch.takePage(new GraphPage.Members(List.of(), null));
        assertThat(batch.drain()).extracting(MemberPage::state).containsExactly(State.READ);
        assertThat(batch.getCursor()).isNull();
    }

    @Test
    void throttledPartsAreSentAgainAfterTheLongestWait() throws Exception {
        MemberBatch batch = batches.members(List.of("a", "b", "c"));
        batch.request();
        batch.take(answer("""
                {"responses":[{"id":"0","status":429,"headers":{"retry-after":"7"}},
                {"id":"1","status":200,"body":{"value":[]}},{"id":"2","status":503,"headers":{"Retry-After":"3"}}]}"""));

        assertThat(batch.getPause()).isEqualTo(7_000);
        assertThat(batch.request().requests()).hasSize(2);
        assertThat(batch.getRepeats()).isOne();
        assertThatThrownBy(() -> batch.take(answer("{\"responses\":[]}")))
                .isInstanceOf(io.entrasync.model.ProblemException.class)
                .hasMessageContaining("2 of 2");
    }

    @Test
    void notFoundCountsOnlyBesideAnObjectThatIsFound() throws Exception {
        String parts = """
                {"id":"1","status":404,"body":{"error":{"code":"Request_ResourceNotFound"}}},
                {"id":"2","status":200,"body":{"id":"there"}},{"id":"3","status":404,"body":{"error":{"code":"Other"}}}]}""";
        EvidenceBatch trusted = batches.evidence("users", "known", List.of("gone", "there", "odd"));
        trusted.request();
        trusted.take(answer("{\"responses\":[{\"id\":\"0\",\"status\":200,\"body\":{\"id\":\"known\"}}," + parts));
        EvidenceBatch doubtful = batches.evidence("users", "known", List.of("gone", "there", "odd"));
        doubtful.request();
        doubtful.take(answer("{\"responses\":[{\"id\":\"0\",\"status\":404}," + parts));

        assertThat(trusted.answers()).isEqualTo(Map.of("gone", "NOT_FOUND_BY_ID", "there", "EXISTS", "odd", "UNKNOWN"));
        assertThat(doubtful.answers().values()).containsOnly("UNKNOWN");
    }

    private static BatchAnswer answer(String text) throws JsonProcessingException {
        return Json.mapper().readValue(text, BatchAnswer.class);
    }
}
