package io.entrasync.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Finds connected items: union-find over the few items that give or take an address. A component is named by its
 * least item id.
 */
public final class Components {
    private final Map<Long, Long> parents = new HashMap<>();

    /** One item gives what the other takes. */
    public void connect(long one, long other) {
        long first = root(one);
        long second = root(other);
        parents.put(Math.max(first, second), Math.min(first, second));
    }

    /** Each connected item with its component. */
    public void forEach(BiConsumer<Long, Long> action) {
        parents.keySet().stream().sorted().forEach(item -> action.accept(item, root(item)));
    }

    private long root(long item) {
        long current = item;
        while (true) {
            long parent = parents.computeIfAbsent(current, self -> self);
            if (parent == current) {
                return current;
            }
            long grandparent = parents.computeIfAbsent(parent, self -> self);
            parents.put(current, grandparent);
            current = grandparent;
        }
    }
}
