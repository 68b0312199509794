package io.entrasync.api;

import io.entrasync.model.RegisteredDomain.Purpose;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /api/domains}; without a purpose the domain is for mail. */
record DomainBody(@Nullable String name, @Nullable Purpose purpose) {}
