package io.entrasync.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class PlanPartsTest {
    @Property
    void connectedItemsShareTheLeastIdThatLeadsToThem(
            @ForAll @Size(max = 40) List<@Size(2) List<@IntRange(min = 1, max = 30) Integer>> edges) {
        Components components = new Components();
        edges.forEach(edge -> components.connect(edge.get(0), edge.get(1)));
        Map<Long, Long> found = new HashMap<>();
        components.forEach(found::put);

        assertThat(found).isEqualTo(naive(edges));
    }

    /** Hands the least number on along every edge until nothing changes. */
    private static Map<Long, Long> naive(List<List<Integer>> edges) {
        Map<Long, Long> least = new HashMap<>();
        edges.forEach(edge -> edge.forEach(item -> least.put((long) item, (long) item)));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (List<Integer> edge : edges) {
                long one = edge.get(0);
                long other = edge.get(1);
                long min = Math.min(least.get(one), least.get(other));
                changed |= least.put(one, min) != min;
                changed |= least.put(other, min) != min;
            }
        }
        return least;
    }

    @Property
    void equalRowsHaveEqualHashes(@ForAll List<String> values) {
        assertThat(hash(values.toArray())).isEqualTo(hash(values.toArray()));
    }

    @Test
    void aRowHashTellsApartWhatOnlyLooksAlike() {
        assertThat(hash((Object) null)).isNotEqualTo(hash(""));
        assertThat(hash("ab", "c")).isNotEqualTo(hash("a", "bc"));
        assertThat(hash("a", null)).isNotEqualTo(hash(null, "a"));
        assertThat(hash(true)).isEqualTo(hash("true"));
    }

    @Test
    void aPlanHashIsBoundToItemsSelectionAndOrder() {
        PlanHash one = new PlanHash();
        one.add(List.of("1", "ADD", "PENDING"));
        PlanHash other = new PlanHash();
        other.add(List.of("1", "ADD", "DESELECTED"));
        PlanHash shifted = new PlanHash();
        shifted.add(List.of("1A", "DD", "PENDING"));
        String value = one.value();

        assertThat(value).matches("[0-9a-f]{64}").isNotEqualTo(other.value()).isNotEqualTo(shifted.value());
    }

    private static long hash(Object... values) {
        RowHash hash = new RowHash();
        for (Object value : values) {
            hash.add(value);
        }
        return hash.value();
    }
}
