package io.entrasync.api;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/runs/{id}/apply}.
 *
 * @param planHash the hash of the plan that is approved, as the run shows it
 */
record ApprovalBody(@Nullable String planHash) {}
