package io.entrasync.demo;

import org.jspecify.annotations.Nullable;

/**
 * One request inside a {@code $batch}.
 *
 * @param id the client's name for it; the answer carries the same
 * @param method HTTP method
 * @param url path and query relative to the version
 * @param body JSON text of its body, if it has one
 */
public record BatchRequest(
        String id, String method, String url, @Nullable String body) {}
