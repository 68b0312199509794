package io.entrasync.settings;

/** A configured value that is not allowed. The message names the key, the value and what is allowed. */
public class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public InvalidSettingException(String name, String value, String allowed) {
        super("entrasync.%s = %s is not valid: allowed is %s.".formatted(name, value, allowed));
    }
}
