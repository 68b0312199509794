package io.entrasync.store;

import java.sql.SQLException;

/** What the database says of a statement that failed. */
final class SqlFailure {
    private SqlFailure() {}

    /** Its SQLSTATE; empty if there is none. */
    static String state(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    /** Its innermost message, at most 1,000 characters. */
    static String cause(Throwable problem) {
        Throwable cause = problem;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        return message.substring(0, Math.min(1_000, message.length()));
    }
}
