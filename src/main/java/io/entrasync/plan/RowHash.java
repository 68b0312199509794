package io.entrasync.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/**
 * A 64-bit digest over everything of an object that a sync brings over. Equal hashes mean that nothing needs to be
 * compared value by value, so that an unchanged tenant costs one join.
 */
public final class RowHash {
    private final MessageDigest digest;

    public RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Adds a value; null and empty text are told apart, and so are "ab","c" and "a","bc". */
    public RowHash add(@Nullable Object value) {
        if (value == null) {
            digest.update((byte) 0);
        } else {
            digest.update((byte) 1);
            digest.update(value.toString().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return this;
    }

    public long value() {
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
