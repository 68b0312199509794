package io.entrasync.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.runtime.Json;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Answers as Graph really gave them, read by the code that reads them in a run. */
class SampleAnswersTest {
    private static final Path SAMPLES = Path.of("..", "shared", "graph", "samples");

    private final ObjectMapper json = Json.mapper();
    private final GraphAnswers answers = new GraphAnswers(json);

    @Test
    void everyListIsReadWithoutLosingAnEntry() throws Exception {
        assumeTrue(Files.isDirectory(SAMPLES), "skipped: no samples of real answers at " + SAMPLES);
        int lists = 0;
        for (Path file : files()) {
            byte[] body = Files.readAllBytes(file);
            JsonNode root = json.readTree(body);
            if (!root.path("value").isArray()) {
                continue;
            }
            lists++;
            GraphResponse answer = new GraphResponse(200, Map.of(), new ByteArrayInputStream(body));
            GraphPage<?> page = answers.page(answer, type(file.getFileName().toString()));
            assertThat(page.value()).as(file.toString()).hasSameSizeAs(root.path("value"));
            assertThat(page.nextLink())
                    .as(file.toString())
                    .isEqualTo(root.path("@odata.nextLink").textValue());
        }
        assertThat(lists).isPositive();
    }

    @Test
    void theEndOfTheOwnSecretIsRead() throws Exception {
        Path sample = SAMPLES.resolve("application-passwordcredentials.json");
        assumeTrue(Files.isRegularFile(sample), "skipped: no samples of real answers at " + SAMPLES);
        GraphResponse answer = new GraphResponse(200, Map.of(), Files.newInputStream(sample));
        assertThat(answers.object(answer, GraphApplication.class).endOf("QBU", Instant.EPOCH))
                .contains(Instant.parse("2023-07-22T09:19:47.8601311Z"));
    }

    private static Class<? extends GraphPage<?>> type(String file) {
        if (file.contains("members-") && !file.startsWith("mock-groups")) {
            return GraphPage.Members.class;
        }
        return file.contains("group") ? GraphPage.Groups.class : GraphPage.Users.class;
    }

    private static List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }
}
