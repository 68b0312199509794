package io.entrasync.apply;

/**
 * Items of a plan that are applied in one transaction.
 *
 * @param lease fencing token of the lease under which the run works
 * @param first least item id
 * @param last greatest item id
 * @param component the component of connected items, or the negative run id for items that stand alone
 */
public record Chunk(long run, long lease, long first, long last, long component) {

    /** Whether the items cannot be parted: one alone, or connected ones. */
    public boolean isAtomic() {
        return component > 0 || first == last;
    }

    public Chunk firstHalf() {
        return new Chunk(run, lease, first, middle(), component);
    }

    public Chunk secondHalf() {
        return new Chunk(run, lease, middle() + 1, last, component);
    }

    private long middle() {
        return first + (last - first) / 2;
    }
}
