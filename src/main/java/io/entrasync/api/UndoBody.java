package io.entrasync.api;

import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/runs/{id}/undo}; it may be left out.
 *
 * @param exempt whether what is undone is exempt from then on (the default); if not, the next run does the same again
 */
record UndoBody(@Nullable Boolean exempt) {}
