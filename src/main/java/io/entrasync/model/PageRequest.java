package io.entrasync.model;

/**
 * Which part of a list is wanted.
 *
 * @param page number of the page, from 0
 * @param size entries a page
 * @param text what the entries must contain; empty for all
 */
public record PageRequest(int page, int size, String text) {
    public long offset() {
        return (long) page * size;
    }
}
