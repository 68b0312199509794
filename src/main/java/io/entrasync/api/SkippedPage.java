package io.entrasync.api;

import io.entrasync.model.Skipped;
import java.util.List;

/** A page of objects that were left out, for the API's description, which knows no generic types. */
record SkippedPage(List<Skipped> items, int page, int size, long total) {}
