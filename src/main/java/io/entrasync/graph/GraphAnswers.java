package io.entrasync.graph;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Turns Graph's answers into records, or into the exception that says what to do about them. */
public final class GraphAnswers {
    private final ObjectMapper json;

    public GraphAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads one page of a collection.
     *
     * @param type which pages the collection has
     * @return the page, or null where the page token is lost and the collection has to be read from its first page
     * @throws GraphUnavailableException if another try is worth it: throttled, unavailable, or cut off in the middle
     * @throws GraphUnauthorizedException if the token was not accepted
     * @throws ProblemException if it is not
     */
    public <P extends GraphPage<?>> @Nullable P page(GraphResponse response, Class<P> type) {
        GraphError error = error(response);
        if (error != null) {
            if (error.isPageTokenLost()) {
                return null;
            }
            throw error.exception(response.retryAfter(), response.requestId());
        }
        P page = read(response, type);
        if (page.value() == null) {
            throw incomplete(response, "Graph's answer holds no list.");
        }
        return page;
    }

    /** Reads the answer to a {@code $batch}; same exceptions as for a page. */
    public BatchAnswer batch(GraphResponse response) {
        GraphError error = error(response);
        if (error != null) {
            throw error.exception(response.retryAfter(), response.requestId());
        }
        return read(response, BatchAnswer.class);
    }

    /** Reads one object; null if there is none of this id. Same exceptions as for a page. */
    public <T> @Nullable T object(GraphResponse response, Class<T> type) {
        GraphError error = error(response);
        if (error == null) {
            return read(response, type);
        }
        if (error.status() == 404 && "Request_ResourceNotFound".equalsIgnoreCase(error.code())) {
            return null;
        }
        throw error.exception(response.retryAfter(), response.requestId());
    }

    private @Nullable GraphError error(GraphResponse response) {
        if (response.status() >= 200 && response.status() < 300) {
            return null;
        }
        try (InputStream body = response.body()) {
            return GraphError.of(response.status(), json.readTree(body));
        } catch (IOException e) {
            // A proxy's error page is no JSON; the status says enough.
            return GraphError.of(response.status(), null);
        }
    }

    private <T> T read(GraphResponse response, Class<T> type) {
        try (InputStream body = response.body()) {
            T answer = json.readValue(body, type);
            if (answer == null) {
                throw incomplete(response, "Graph's answer was empty.");
            }
            return answer;
        } catch (MismatchedInputException e) {
            throw incomplete(response, "Graph's answer is of an unknown form: " + e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new GraphUnavailableException("Graph's answer broke off.", null, response.requestId(), e);
        } catch (IOException e) {
            throw new GraphUnavailableException("The connection to Graph broke off.", null, response.requestId(), e);
        }
    }

    private static ProblemException incomplete(GraphResponse response, String detail) {
        return new ProblemException(
                Problem.of(ProblemCode.READ_INCOMPLETE, detail).withGraphRequestId(response.requestId()));
    }

    /** Reads the body of one part of a batch. */
    <T> T convert(JsonNode body, Class<T> type) {
        return json.convertValue(body, type);
    }
}
