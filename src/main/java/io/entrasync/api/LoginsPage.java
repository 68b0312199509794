package io.entrasync.api;

import io.entrasync.model.AdminLogin;
import java.util.List;

/** A page of administrators' logins, for the API's description, which knows no generic types. */
record LoginsPage(List<AdminLogin> items, int page, int size, long total) {}
