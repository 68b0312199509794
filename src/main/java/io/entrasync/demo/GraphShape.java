package io.entrasync.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which properties an entity has in Graph, which of them come unasked, and where their values are.
 *
 * @param name resource name in the plural, as in addresses
 * @param values the properties that are modelled
 * @param unasked what comes without {@code $select}
 * @param leftOut properties that are left out, not null, when they have no value
 * @param others further properties that may be selected
 * @param more values of these
 * @param <T> the entity
 */
record GraphShape<T>(
        String name,
        Map<String, Function<T, @Nullable Object>> values,
        List<String> unasked,
        Set<String> leftOut,
        Set<String> others,
        Function<T, Map<String, Object>> more) {

    /** The entity's JSON with the selected properties and its id. */
    Map<String, Object> json(T entity, @Nullable List<String> select) {
        Map<String, Object> json = new LinkedHashMap<>();
        put(json, entity, "id");
        for (String property : select == null ? unasked : select) {
            put(json, entity, property);
        }
        return json;
    }

    /** Refuses a property that Graph does not have. */
    void check(@Nullable List<String> select) {
        if (select == null) {
            return;
        }
        Set<String> unknown = new TreeSet<>(select);
        unknown.removeAll(values.keySet());
        unknown.removeAll(others);
        if (!unknown.isEmpty()) {
            throw RefusedRequest.badRequest(
                    "There is no property '" + unknown.iterator().next() + "' on " + name + ".");
        }
    }

    private void put(Map<String, Object> json, T entity, String property) {
        Function<T, @Nullable Object> getter = values.get(property);
        Object value = getter == null ? more.apply(entity).get(property) : getter.apply(entity);
        if (value != null || !leftOut.contains(property)) {
            json.put(property, value);
        }
    }
}
