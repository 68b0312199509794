package io.entrasync.api;

import java.util.List;

/**
 * What became of a mass update.
 *
 * @param updated accounts that now are as asked
 * @param failed those that are as they were
 */
public record MassUpdateAnswer(int updated, List<Failed> failed) {
    /** An account that was not changed, and why. */
    public record Failed(String id, String code, String detail) {}
}
