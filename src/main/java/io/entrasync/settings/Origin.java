package io.entrasync.settings;

/** Who gave a setting its value. */
public enum Origin {
    /** Files, environment, command line, or the default. */
    CONFIGURATION,
    /** An operator, while the product runs. */
    CONSOLE,
    /** The product itself. */
    SYSTEM
}
