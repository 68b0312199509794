package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.entrasync.fake.KeyTool;
import io.entrasync.fake.TokenServer;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings.Credential;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertificateTest {
    private static final String PASSWORD = "for the test";

    @TempDir
    static Path files;

    private static Path pfx;
    private static KeyStore store;

    private TokenServer entra;

    @BeforeAll
    static void makeCertificate() throws IOException, GeneralSecurityException {
        pfx = KeyTool.keyStore(files.resolve("sync.pfx"), "sync", PASSWORD, "RSA");
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pfx)) {
            store.load(in, PASSWORD.toCharArray());
        }
    }

    @BeforeEach
    void startEntra() {
        entra = TokenServer.start().accept("app-1", "no secret is accepted", "tenant-1", List.of());
    }

    @AfterEach
    void stopEntra() {
        entra.close();
    }

    @Test
    void theCertificateItselfSaysWhenItEnds() throws Exception {
        Instant end =
                ((X509Certificate) store.getCertificate("sync")).getNotAfter().toInstant();
        assertThat(end).isAfter(Clock.systemUTC().instant());
        EntraSettings settings = EntraSettings.at("https://login.example").clientId("app-1");
        Path pem = Files.writeString(files.resolve("end.pem"), pem("PRIVATE KEY"));
        assertThat(CertificateEnd.of(settings.certificate(pfx, PASSWORD).get())).contains(end);
        assertThat(CertificateEnd.of(settings.certificate(pem, null).get())).contains(end);
        assertThat(CertificateEnd.of(settings.certificate(pfx, "wrong").get())).isEmpty();
        assertThat(CertificateEnd.of(settings.secret("a").get())).isEmpty();
        for (Credential other : List.of(Credential.NONE, Credential.MANAGED_IDENTITY, Credential.CLIENT_SECRET)) {
            assertThat(CertificateEnd.of(settings.secret("a")
                            .certificate(pfx, PASSWORD)
                            .credential(other)
                            .get()))
                    .isEmpty();
        }
    }

    @Test
    void aPfxFileSignsIn() {
        assertThat(tokens(pfx, PASSWORD).bearer()).isEqualTo(entra.tokens().get(0));
        assertSignedAssertion();
    }

    @Test
    void aPfxFileWithoutPasswordSignsIn() throws Exception {
        Path open = files.resolve("open.pfx");
        KeyStore copy = KeyStore.getInstance("PKCS12");
        copy.load(null, null);
        copy.setKeyEntry(
                "sync", store.getKey("sync", PASSWORD.toCharArray()), new char[0], store.getCertificateChain("sync"));
        try (var out = Files.newOutputStream(open)) {
            copy.store(out, new char[0]);
        }

        assertThat(tokens(open, null).bearer()).isEqualTo(entra.tokens().get(0));
    }

    @Test
    void aPemFileSignsInWhateverItsName() throws Exception {
        Path pem = Files.writeString(files.resolve("certificate-and-key"), pem("PRIVATE KEY"));

        assertThat(tokens(pem, null).bearer()).isEqualTo(entra.tokens().get(0));
        assertSignedAssertion();
        assertThat(tokens(pem, "an unused password").bearer()).isNotNull();
    }

    @Test
    void aRenewedCertificateIsUsedWhenTheTokenEnds() throws Exception {
        Path file = Files.copy(pfx, files.resolve("current.pfx"));
        MovableClock clock = new MovableClock();
        EntraSettings settings =
                EntraSettings.at(entra.authorityHost()).clientId("app-1").certificate(file, PASSWORD);
        GraphTokens tokens = new GraphTokens(settings::get, clock);
        tokens.bearer();
        String before = assertionHeader();

        Path renewed = KeyTool.keyStore(files.resolve("renewed.pfx"), "sync", PASSWORD, "RSA");
        Files.copy(renewed, file, StandardCopyOption.REPLACE_EXISTING);
        clock.forward(Duration.ofHours(1));
        tokens.bearer();

        assertThat(assertionHeader()).as("names the certificate").isNotEqualTo(before);
    }

    @Test
    void anUnusableFileIsNamedWithWhatIsWrong() throws Exception {
        Path missing = files.resolve("missing.pfx");
        Path keyless = Files.writeString(files.resolve("keyless.pem"), pem("PUBLIC KEY"));
        Path encrypted = Files.writeString(files.resolve("encrypted.pem"), pem("ENCRYPTED PRIVATE KEY"));
        Path older = Files.writeString(files.resolve("older.pem"), pem("RSA PRIVATE KEY"));
        Path broken = Files.writeString(
                files.resolve("broken.pem"),
                "-----BEGIN CERTIFICATE-----\nxx\n-----END CERTIFICATE-----\n"
                        + "-----BEGIN PRIVATE KEY-----\nxx\n-----END PRIVATE KEY-----\n");

        assertNotConfigured(tokens(missing, null), missing, "cannot be read");
        assertNotConfigured(tokens(pfx, "another password"), pfx, "entra.certificate-password");
        assertNotConfigured(tokens(keyless, null), keyless, "no private key");
        assertNotConfigured(tokens(encrypted, null), encrypted, "encrypted");
        assertNotConfigured(tokens(older, null), older, "PKCS #8");
        assertNotConfigured(tokens(broken, null), broken, "");
        assertThat(entra.requests()).isZero();
    }

    private GraphTokens tokens(Path file, String password) {
        EntraSettings settings =
                EntraSettings.at(entra.authorityHost()).clientId("app-1").certificate(file, password);
        return new GraphTokens(settings::get, Clock.systemUTC());
    }

    private void assertSignedAssertion() {
        assertThat(entra.lastRequest())
                .containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer")
                .doesNotContainKey("client_secret");
        assertThat(entra.lastRequest().get("client_assertion")).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    private String assertionHeader() {
        return entra.lastRequest().get("client_assertion").split("\\.")[0];
    }

    private static void assertNotConfigured(GraphTokens tokens, Path file, String why) {
        Problem problem = problem(tokens);
        assertThat(problem.code()).isEqualTo(ProblemCode.NOT_CONFIGURED);
        assertThat(problem.detail()).contains("entra.certificate-file", file.toString(), why);
    }

    private static Problem problem(GraphTokens tokens) {
        return catchThrowableOfType(ProblemException.class, tokens::bearer).problem();
    }

    private static String pem(String keyType) throws GeneralSecurityException {
        return block("CERTIFICATE", store.getCertificate("sync").getEncoded())
                + block(keyType, store.getKey("sync", PASSWORD.toCharArray()).getEncoded());
    }

    private static String block(String type, byte[] content) {
        String base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(content);
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n".formatted(type, base64, type);
    }
}
