package io.entrasync.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the JSON bodies of requests, strictly: a misspelt field is refused by name, never passed over. */
public final class RequestBodies {
    private final ObjectMapper json;

    public RequestBodies(ObjectMapper json) {
        this.json = json.copy()
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        for (CoercionInputShape shape :
                List.of(CoercionInputShape.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float)) {
            this.json.coercionConfigFor(LogicalType.Textual).setCoercion(shape, CoercionAction.Fail);
        }
    }

    /** @throws ApiException INVALID_REQUEST naming the field, where it is one field's fault */
    <T> T read(@Nullable String text, Class<T> type) {
        try {
            T body = text == null || text.isBlank() ? null : json.readValue(text, type);
            if (body == null) {
                throw ApiException.invalidRequest("A JSON object is expected as body.");
            }
            return body;
        } catch (JsonMappingException e) {
            throw ApiException.invalidRequest(wrong(e));
        } catch (JsonProcessingException e) {
            throw ApiException.invalidRequest("The body is not valid JSON: " + e.getOriginalMessage());
        }
    }

    private static String wrong(JsonMappingException failure) {
        String field = failure.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(name -> name != null)
                .collect(Collectors.joining("."));
        if (failure instanceof UnrecognizedPropertyException unknown) {
            String known = unknown.getKnownPropertyIds().stream()
                    .map(String::valueOf)
                    .sorted()
                    .collect(Collectors.joining(", "));
            return "The field %s is not known here; known are: %s.".formatted(field, known);
        }
        if (failure instanceof InvalidFormatException invalid
                && invalid.getTargetType() != null
                && invalid.getTargetType().isEnum()) {
            return "The field %s must be one of %s."
                    .formatted(field, words(invalid.getTargetType().getEnumConstants()));
        }
        return field.isEmpty()
                ? "The body must be one JSON object."
                : "The field %s has a value of the wrong type.".formatted(field);
    }

    private static String words(Object[] constants) {
        return Arrays.stream(constants).map(String::valueOf).collect(Collectors.joining(", "));
    }
}
