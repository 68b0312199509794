package io.entrasync.runtime;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The one way in which the product reads and writes JSON, for routes and API, in both runtimes. */
public final class Json {
    private Json() {}

    /** A mapper that writes times as ISO 8601 and shows what is absent as null. */
    public static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }
}
