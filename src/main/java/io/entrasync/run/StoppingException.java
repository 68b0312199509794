package io.entrasync.run;

/** The service stops while it reads; what is not done yet is left for the next process. */
public class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppingException(String message) {
        super(message);
    }
}
