package io.entrasync.model;

/** What a sync brings over. */
public enum ObjectType {
    USER,
    GROUP
}
