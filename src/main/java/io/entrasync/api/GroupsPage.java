package io.entrasync.api;

import io.entrasync.model.MailGroup;
import java.util.List;

/** A page of groups, for the API's description, which knows no generic types. */
record GroupsPage(List<MailGroup> items, int page, int size, long total) {}
