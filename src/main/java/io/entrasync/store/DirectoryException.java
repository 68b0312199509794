package io.entrasync.store;

/** The database refused or broke off. */
public class DirectoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public DirectoryException(Throwable cause) {
        super(cause.getMessage(), cause);
    }
}
