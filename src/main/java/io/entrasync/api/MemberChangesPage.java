package io.entrasync.api;

import io.entrasync.model.MemberChange;
import java.util.List;

/** A page of member changes, for the API's description, which knows no generic types. */
record MemberChangesPage(List<MemberChange> items, int page, int size, long total) {}
