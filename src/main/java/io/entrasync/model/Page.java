package io.entrasync.model;

import java.util.List;

/**
 * A part of a list.
 *
 * @param total entries of the whole list
 */
public record Page<T>(List<T> items, int page, int size, long total) {}
