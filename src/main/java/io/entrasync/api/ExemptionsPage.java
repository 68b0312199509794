package io.entrasync.api;

import io.entrasync.model.Exemption;
import java.util.List;

/** A page of exemptions, for the API's description, which knows no generic types. */
record ExemptionsPage(List<Exemption> items, int page, int size, long total) {}
