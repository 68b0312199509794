package io.entrasync.connection;

import io.entrasync.model.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Collections;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its private key, checked before Entra is asked: azure-identity's own words about a wrong file say
 * little.
 *
 * @param content compared to notice a renewed certificate
 * @param pem whether it is PEM text; else PFX (PKCS #12)
 * @param password of a PFX; empty if it has none
 */
record CertificateFile(Path path, ByteBuffer content, boolean pem, String password) {
    private static final String KEY = "entra.certificate-file";

    /** @throws ProblemException NOT_CONFIGURED that names the file and what is wrong with it */
    static CertificateFile read(Path path, @Nullable String password) {
        byte[] bytes = CredentialFile.bytes(KEY, path);
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        CertificateFile file = new CertificateFile(
                path,
                ByteBuffer.wrap(bytes).asReadOnlyBuffer(),
                text.contains("-----BEGIN"),
                password == null ? "" : password);
        if (file.pem()) {
            checkPem(path, text);
        } else {
            file.checkPfx(bytes);
        }
        return file;
    }

    /** Until when the certificate is valid; empty for a PFX that holds a key without one. */
    Optional<Instant> notAfter() {
        byte[] bytes = new byte[content.remaining()];
        content.duplicate().get(bytes);
        try {
            Certificate certificate =
                    pem ? pemCertificate(new String(bytes, StandardCharsets.ISO_8859_1)) : pfxCertificate(bytes);
            return certificate instanceof X509Certificate x509
                    ? Optional.of(x509.getNotAfter().toInstant())
                    : Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("checked when it was read", e);
        }
    }

    private static Certificate pemCertificate(String text) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(block(text, "CERTIFICATE")));
    }

    /** The one that belongs to the key: a PFX may hold those of its issuers too. */
    private @Nullable Certificate pfxCertificate(byte[] bytes) throws IOException, GeneralSecurityException {
        KeyStore store = pfx(bytes);
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias)) {
                return store.getCertificate(alias);
            }
        }
        return null;
    }

    private KeyStore pfx(byte[] bytes) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(bytes), password.toCharArray());
        return store;
    }

    private static void checkPem(Path path, String text) {
        if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
            throw CredentialFile.unusable(KEY, path, "has an encrypted key; use a PFX file for a key with a password");
        }
        byte[] certificate = block(text, "CERTIFICATE");
        byte[] key = block(text, "PRIVATE KEY");
        if (certificate.length == 0) {
            throw CredentialFile.unusable(KEY, path, "holds no certificate (BEGIN CERTIFICATE)");
        }
        if (key.length == 0) {
            throw CredentialFile.unusable(KEY, path, "holds no private key in PKCS #8 form (BEGIN PRIVATE KEY)");
        }
        try {
            pemCertificate(text);
            KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException e) {
            throw CredentialFile.unusable(KEY, path, "holds no valid certificate with an RSA key");
        }
    }

    /** The content of the first block of this type; empty if there is none. */
    private static byte[] block(String text, String type) {
        Matcher block = Pattern.compile("-----BEGIN " + type + "-----([^-]*)-----END " + type + "-----")
                .matcher(text);
        return block.find() ? Base64.getMimeDecoder().decode(block.group(1)) : new byte[0];
    }

    private void checkPfx(byte[] bytes) {
        try {
            pfx(bytes);
        } catch (IOException | GeneralSecurityException e) {
            throw CredentialFile.unusable(
                    KEY, path, "is neither PEM nor a PFX file that entra.certificate-password opens");
        }
    }

    @Override
    public String toString() {
        return "CertificateFile[" + path + "]";
    }
}
