package io.entrasync.api;

import io.entrasync.model.RegisteredDomain;
import java.util.List;

/** A page of registered domains, for the API's description, which knows no generic types. */
record DomainsPage(List<RegisteredDomain> items, int page, int size, long total) {}
