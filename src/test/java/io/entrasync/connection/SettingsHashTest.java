package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.fake.KeyTool;
import io.entrasync.settings.Settings.Credential;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsHashTest {
    private static final URI GRAPH = URI.create("https://graph.example/v1.0");
    private static final EntraSettings BASE =
            EntraSettings.at("https://login.example/").clientId("app-1").secret("the-secret");

    @TempDir
    Path folder;

    @Test
    void itIsTheSameForTheSameAndShowsNothing() {
        assertThat(of(BASE))
                .isEqualTo(of(EntraSettings.at("https://login.example/")
                        .clientId("app-1")
                        .secret("the-secret")));
        assertThat(of(BASE).orElseThrow()).matches("[0-9a-f]{64}");
    }

    @Test
    void eachSettingCounts() throws Exception {
        Path file = Files.writeString(folder.resolve("secret"), "from-a-file");
        List<EntraSettings> others = List.of(
                BASE,
                BASE.primaryDomain("other.example"),
                BASE.clientId("app-2"),
                BASE.secret("another"),
                BASE.secret("").secretFile(file),
                BASE.credential(Credential.MANAGED_IDENTITY),
                EntraSettings.at("https://login.elsewhere/").clientId("app-1").secret("the-secret"),
                // the same letters, otherwise divided
                BASE.primaryDomain("contoso.examplea").clientId("pp-1"));
        assertThat(others.stream().map(SettingsHashTest::of).distinct()).hasSize(others.size());
        assertThat(SettingsHash.of(BASE.get(), URI.create("https://graph.elsewhere/v1.0")))
                .isNotEqualTo(of(BASE));
    }

    @Test
    void aFileCountsByWhatItHolds() throws Exception {
        Path one = Files.writeString(folder.resolve("one"), "the-secret\n");
        Path two = Files.writeString(folder.resolve("two"), "the-secret");
        assertThat(of(BASE.secret("").secretFile(one)))
                .isEqualTo(of(BASE.secret("").secretFile(two)))
                .isEqualTo(of(BASE));
        Files.writeString(two, "another");
        assertThat(of(BASE.secret("").secretFile(two))).isNotEqualTo(of(BASE));
    }

    @Test
    void aCertificateCountsByItsContentAndPassword() throws Exception {
        Path one = KeyTool.keyStore(folder.resolve("one.pfx"), "sync", "password-1", "RSA");
        Path copy = Files.copy(one, folder.resolve("copy.pfx"));
        Path renewed = KeyTool.keyStore(folder.resolve("renewed.pfx"), "sync", "password-1", "RSA");
        Optional<String> hash = of(BASE.certificate(one, "password-1"));
        assertThat(hash).isPresent().isNotEqualTo(of(BASE)).isEqualTo(of(BASE.certificate(copy, "password-1")));
        assertThat(of(BASE.certificate(renewed, "password-1"))).isPresent().isNotEqualTo(hash);
        assertThat(of(BASE.certificate(one, "wrong"))).isEmpty();
    }

    @Test
    void whereNothingCanBeSignedInWithThereIsNone() {
        assertThat(of(BASE.secret(""))).isEmpty();
        assertThat(of(BASE.secret("").secretFile(folder.resolve("missing")))).isEmpty();
        assertThat(of(BASE.credential(Credential.NONE))).isPresent();
    }

    private static Optional<String> of(EntraSettings settings) {
        return SettingsHash.of(settings.get(), GRAPH);
    }
}
