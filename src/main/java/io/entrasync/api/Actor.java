package io.entrasync.api;

/** Who is logged in and asks. Each runtime has its own way to know. */
public interface Actor {
    String name();
}
