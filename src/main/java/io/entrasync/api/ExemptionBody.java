package io.entrasync.api;

import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/exemptions}. */
record ExemptionBody(@Nullable String subject, @Nullable String reason) {}
