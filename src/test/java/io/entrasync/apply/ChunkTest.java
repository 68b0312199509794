package io.entrasync.apply;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChunkTest {
    @Property
    void halvesHoldEachItemOnce(
            @ForAll @LongRange(min = 1, max = 1_000_000) long first,
            @ForAll @LongRange(min = 1, max = 10_000) long more) {
        Chunk chunk = new Chunk(7, 1, first, first + more, 0);

        assertThat(chunk.isAtomic()).isFalse();
        assertThat(chunk.firstHalf().first()).isEqualTo(first);
        assertThat(chunk.firstHalf().last() + 1).isEqualTo(chunk.secondHalf().first());
        assertThat(chunk.secondHalf().last()).isEqualTo(first + more);
        assertThat(chunk.secondHalf().first())
                .isLessThanOrEqualTo(chunk.secondHalf().last());
    }

    @Test
    void connectedItemsAndSingleOnesAreNotParted() {
        assertThat(new Chunk(7, 1, 1, 9, 1).isAtomic()).isTrue();
        assertThat(new Chunk(7, 1, 4, 4, 0).isAtomic()).isTrue();
    }
}
