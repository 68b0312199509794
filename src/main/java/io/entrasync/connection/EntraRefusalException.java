package io.entrasync.connection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in service answered, but gave no token. Raised before the libraries see the answer: they log it as it is,
 * and an answer that is broken or a proxy's can repeat what was sent.
 */
class EntraRefusalException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final @Nullable String error;
    private final boolean passing;

    private EntraRefusalException(String message, @Nullable String error, boolean passing) {
        super(message);
        this.error = error;
        this.passing = passing;
    }

    /** Null if the answer is one that the libraries can take. */
    static @Nullable EntraRefusalException in(int status, String body) {
        JsonNode answer = read(body);
        if (status < 400 && answer.isObject()) {
            return null;
        }
        boolean passing = status == 429 || status >= 500;
        if (!answer.isObject()) {
            String said = "answered with status " + status + ", not in JSON; it may be a proxy that answered.";
            return new EntraRefusalException(said, null, passing);
        }
        String error = answer.path("error").textValue();
        return new EntraRefusalException(message(status, error, answer), error, passing);
    }

    /** The OAuth error, null if none was given. */
    @Nullable
    String error() {
        return error;
    }

    /** Whether the service itself is in trouble, or asks to wait. */
    boolean isPassing() {
        return passing;
    }

    private static String message(int status, @Nullable String error, JsonNode answer) {
        StringBuilder said = new StringBuilder(answer.path("error_description").asText());
        Set<Integer> told = EntraErrors.codesIn(said.toString());
        for (JsonNode code : answer.path("error_codes")) {
            if (!told.contains(code.asInt())) {
                said.append(" AADSTS").append(code.asText());
            }
        }
        return EntraErrors.codesIn(said.toString()).isEmpty()
                ? EntraAnswer.clean("answered with status %d, %s: %s".formatted(status, error, said))
                : EntraAnswer.describe(said.toString());
    }

    private static JsonNode read(String body) {
        try {
            JsonNode answer = JSON.readTree(body);
            return answer == null ? MissingNode.getInstance() : answer;
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }
}
