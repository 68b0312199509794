package io.entrasync.plan;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over a plan's items and their selection: what is approved is what is applied. */
public final class PlanHash {
    private final MessageDigest digest;

    public PlanHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }

    /** Adds one item, in the order of the items' ids. */
    public void add(List<String> parts) {
        parts.forEach(part -> {
            digest.update(part.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        });
    }

    /** The hash in hexadecimal digits. */
    public String value() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
