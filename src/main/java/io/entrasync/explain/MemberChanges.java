package io.entrasync.explain;

/** How a group's members in Entra differ from those here. */
public record MemberChanges(int added, int removed) {
    boolean isEmpty() {
        return added == 0 && removed == 0;
    }
}
