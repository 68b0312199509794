package io.entrasync.apply;

/**
 * Items of a plan that are applied in one transaction.
 *
 * @param first least item id
 * @param last greatest item id
 * @param component the component of connected items, or the negative run id for items that stand alone
 */
public record Chunk(long run, long first, long last, long component) {

    /** Whether the items cannot be parted: one alone, or connected ones. */
    public boolean isAtomic() {
        return component > 0 || first == last;
    }

    public Chunk firstHalf() {
        return new Chunk(run, first, middle(), component);
    }

    public Chunk secondHalf() {
        return new Chunk(run, middle() + 1, last, component);
    }

    private long middle() {
        return first + (last - first) / 2;
    }
}
