package io.entrasync.connection;

import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a file that proves who we are; what is wrong with it is said with its key and path. */
final class CredentialFile {
    private CredentialFile() {}

    /** The text without the line end that editors and {@code echo} leave. */
    static String text(String key, Path file) {
        String text = new String(bytes(key, file), StandardCharsets.UTF_8).stripTrailing();
        if (text.isBlank()) {
            throw unusable(key, file, "is empty");
        }
        return text;
    }

    static byte[] bytes(String key, Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw unusable(key, file, "cannot be read (" + e.getClass().getSimpleName() + ")");
        }
    }

    static ProblemException unusable(String key, Path file, String why) {
        return new ProblemException(ProblemCode.NOT_CONFIGURED, "%s: %s %s.".formatted(key, file, why));
    }
}
