package io.entrasync.model;

/** An account cannot be made or changed as asked; nothing has changed. */
public class ChangeRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why; the words are those of the API. */
    public enum Reason {
        NOT_FOUND,
        INVALID_VALUE,
        ADDRESS_IN_USE,
        WRONG_STATE
    }

    /** @param detail what of this change was refused, and what would be allowed */
    public ChangeRefusedException(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }
}
