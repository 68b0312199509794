package io.entrasync.fake;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * One key pair for {@code localhost} a JVM, which the JVM's default TLS context then trusts beside the usual
 * authorities. The default context is replaced because the JVM reads its trust store only once.
 */
final class LocalTls {
    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final KeyStore OWN = keyPair();
    private static final KeyStore TRUSTED = trustStore();
    private static final SSLContext CONTEXT = make();

    private LocalTls() {}

    /** The context of servers; whoever builds a client after this call trusts them. */
    static SSLContext trusted() {
        SSLContext.setDefault(CONTEXT);
        HttpsURLConnection.setDefaultSSLSocketFactory(CONTEXT.getSocketFactory());
        return CONTEXT;
    }

    /** Writes what is trusted to a PKCS #12 file, for a JVM of its own; see {@link #password()}. */
    static void store(Path file) {
        try (OutputStream out = Files.newOutputStream(file)) {
            TRUSTED.store(out, PASSWORD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The context of a server that nobody trusts. */
    static SSLContext unknown() {
        try {
            return context(keyPair(), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext make() {
        try {
            return context(OWN, TRUSTED);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyStore trustStore() {
        try {
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("localhost", OWN.getCertificate("localhost"));
            for (X509Certificate usual : usualAuthorities()) {
                trusted.setCertificateEntry(usual.getSubjectX500Principal() + "/" + usual.getSerialNumber(), usual);
            }
            return trusted;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SSLContext context(KeyStore own, @Nullable KeyStore trusted) throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), managers(trusted).getTrustManagers(), null);
        return context;
    }

    /** The servers' key, under {@link #password()}. */
    static KeyStore keys() {
        return OWN;
    }

    static String password() {
        return new String(PASSWORD);
    }

    private static KeyStore keyPair() {
        try {
            return newKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyStore newKeyPair() throws IOException, GeneralSecurityException {
        Path directory = Files.createTempDirectory("local-tls");
        Path file = KeyTool.keyStore(directory.resolve("server.p12"), "localhost", new String(PASSWORD), "EC");
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD);
            return store;
        } finally {
            Files.delete(file);
            Files.delete(directory);
        }
    }

    private static Iterable<X509Certificate> usualAuthorities() throws GeneralSecurityException {
        return Arrays.stream(managers(null).getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .flatMap(manager -> Arrays.stream(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }

    private static TrustManagerFactory managers(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
