package io.entrasync.api;

import io.entrasync.model.Run;
import java.util.List;

/** A page of runs, for the API's description, which knows no generic types. */
record RunsPage(List<Run> items, int page, int size, long total) {}
