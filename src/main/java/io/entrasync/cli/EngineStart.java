package io.entrasync.cli;

import java.util.List;

/** Starts the product for one command; each runtime has its own way. */
public interface EngineStart {
    /** @param properties arguments of the form {@code --entrasync.x=y} */
    Engine start(List<String> properties);
}
