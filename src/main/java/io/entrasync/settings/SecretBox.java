package io.entrasync.settings;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Encrypts the secrets that are kept in the database, with a key from a file (AES-GCM). What was encrypted as one
 * setting's value cannot be passed off as another's.
 */
public final class SecretBox {
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int KEY_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private SecretBox(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    static Key<SecretBox> key(String name) {
        String allowed =
                "the path of a readable file that holds 32 bytes, as they are, as 64 hexadecimal digits or in base64";
        return new Key<>(name, "", allowed, false, SecretBox::read);
    }

    private static SecretBox read(String path) {
        try {
            return new SecretBox(keyIn(Files.readAllBytes(Path.of(path))));
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] keyIn(byte[] content) {
        if (content.length == KEY_BYTES) {
            return content;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        byte[] key = text.matches("[0-9a-fA-F]{64}")
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("not a key");
        }
        return key;
    }

    /** The value of a setting as it may be kept: never twice the same. */
    public String encrypt(String setting, String value) {
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, setting, iv).doFinal(value.getBytes(StandardCharsets.UTF_8));
            byte[] kept = ByteBuffer.allocate(IV_BYTES + sealed.length)
                    .put(iv)
                    .put(sealed)
                    .array();
            return Base64.getEncoder().encodeToString(kept);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is not available", e);
        }
    }

    /** @throws IllegalArgumentException if it was encrypted with another key or for another setting, or was altered */
    String decrypt(String setting, String kept) {
        byte[] bytes = Base64.getDecoder().decode(kept);
        if (bytes.length <= IV_BYTES) {
            throw new IllegalArgumentException("too short");
        }
        try {
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, setting, Arrays.copyOf(bytes, IV_BYTES));
            return new String(cipher.doFinal(bytes, IV_BYTES, bytes.length - IV_BYTES), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Cipher cipher(int mode, String setting, byte[] iv) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
        cipher.updateAAD(setting.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** The key stays out of logs and messages. */
    @Override
    public String toString() {
        return "SecretBox";
    }
}
