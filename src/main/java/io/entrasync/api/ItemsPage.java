package io.entrasync.api;

import io.entrasync.model.PlanItem;
import java.util.List;

/** A page of items of a plan, for the API's description, which knows no generic types. */
record ItemsPage(List<PlanItem> items, int page, int size, long total) {}
