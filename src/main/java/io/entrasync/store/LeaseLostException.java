package io.entrasync.store;

/** Another process has taken over: this one has stopped writing. */
public class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLostException() {
        super("Another process has taken over the directory; this run stops without a further change.");
    }
}
