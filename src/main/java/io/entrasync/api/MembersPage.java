package io.entrasync.api;

import io.entrasync.model.Member;
import java.util.List;

/** A page of members of a group, for the API's description, which knows no generic types. */
record MembersPage(List<Member> items, int page, int size, long total) {}
