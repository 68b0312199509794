package io.entrasync.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.entrasync.model.Page;
import io.entrasync.model.PageRequest;
import io.entrasync.model.PlanItem;
import io.entrasync.model.Problem;
import io.entrasync.model.Run;
import io.entrasync.runtime.Json;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** One JSON document on standard output, in the shapes of the API. */
final class JsonOutput {
    private static final int PAGE = 500;

    private final ObjectMapper json = Json.mapper().disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
    private final PrintWriter out;

    JsonOutput(PrintWriter out) {
        this.out = out;
    }

    void value(Object value) {
        try {
            out.println(json.writeValueAsString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For what failed before there was a run. */
    void problem(Problem problem) {
        value(Map.of("problem", problem));
    }

    /** A run with all items of its plan, page by page, so that a plan may be of any size. */
    void planned(Engine engine, Run run) throws IOException {
        JsonGenerator to = json.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        to.writeStartObject();
        json.valueToTree(run).fields().forEachRemaining(field -> write(to, field.getKey(), field.getValue()));
        to.writeArrayFieldStart("items");
        int number = 0;
        Page<PlanItem> page;
        do {
            page = engine.items(run, null, new PageRequest(number, PAGE, ""));
            for (PlanItem item : page.items()) {
                json.writeValue(to, item);
            }
            number++;
        } while (page.items().size() == PAGE);
        to.writeEndArray();
        to.writeEndObject();
        to.flush();
        out.println();
    }

    private void write(JsonGenerator to, String name, Object value) {
        try {
            to.writeFieldName(name);
            json.writeValue(to, value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
