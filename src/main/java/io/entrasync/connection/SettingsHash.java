package io.entrasync.connection;

import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings;
import io.entrasync.settings.Settings.Credential;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;

/** Stands for all settings of the connection, and the files behind them, without showing any. */
public final class SettingsHash {
    private SettingsHash() {}

    /** A hash that is equal as long as the same is signed in to in the same way; empty where nothing is to sign in with. */
    public static Optional<String> of(Settings.Entra entra, URI graphUrl) {
        MessageDigest digest = sha256();
        Stream.of(entra.primaryDomain(), entra.clientId(), entra.authorityHost(), entra.scope(), graphUrl)
                .forEach(part -> add(digest, String.valueOf(part)));
        if (entra.credential() == Credential.NONE) {
            return Optional.of(hex(digest));
        }
        try {
            Identity identity = Identity.of(entra);
            add(digest, identity.getClass().getSimpleName());
            if (identity instanceof Identity.Secret secret) {
                add(digest, secret.value());
            } else if (identity instanceof Identity.Certificate certificate) {
                add(digest, certificate.file().content().duplicate());
                add(digest, certificate.file().password());
            } else if (identity instanceof Identity.Workload workload) {
                add(digest, workload.tenant());
                add(digest, workload.clientId());
            }
            return Optional.of(hex(digest));
        } catch (ProblemException notConfigured) {
            // who signs in will say so
            return Optional.empty();
        }
    }

    private static void add(MessageDigest digest, String part) {
        add(digest, ByteBuffer.wrap(part.getBytes(StandardCharsets.UTF_8)));
    }

    /** With its length, so that two parts never look like two others. */
    private static void add(MessageDigest digest, ByteBuffer part) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, part.remaining()));
        digest.update(part);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
