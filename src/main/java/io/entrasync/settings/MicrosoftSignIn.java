package io.entrasync.settings;

import org.jspecify.annotations.Nullable;

/**
 * Logging in to the console with Microsoft.
 *
 * @param clientId the application that people log in to; null if none is configured anywhere
 * @param clientSecret its secret; null if none is configured in clear
 */
public record MicrosoftSignIn(
        MicrosoftLogin login,
        @Nullable String clientId,
        @Nullable String clientSecret) {
    /** The secret stays out of logs and messages. */
    @Override
    public String toString() {
        return "MicrosoftSignIn[" + login + "]";
    }
}
