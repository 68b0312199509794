package io.entrasync.api;

import io.entrasync.model.Account;
import java.util.List;

/** A page of accounts, for the API's description, which knows no generic types. */
record AccountsPage(List<Account> items, int page, int size, long total) {}
