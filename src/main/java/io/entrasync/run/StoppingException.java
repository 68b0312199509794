package io.entrasync.run;

/** The service stops, or somebody has cancelled the run, while it reads. */
public class StoppingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoppingException(String message) {
        super(message);
    }
}
