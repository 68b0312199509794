package io.entrasync.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretBoxTest {
    private static final byte[] KEY = HexFormat.of().parseHex("00ff0a0d" + "6b".repeat(28));

    @TempDir
    Path files;

    @Test
    void theSameKeyMayBeWrittenInThreeWays() throws Exception {
        SecretBox raw = box(KEY);
        SecretBox hex = box((HexFormat.of().withUpperCase().formatHex(KEY) + "\n").getBytes(StandardCharsets.US_ASCII));
        SecretBox base64 = box((Base64.getEncoder().encodeToString(KEY) + "\n").getBytes(StandardCharsets.US_ASCII));

        String kept = raw.encrypt("entra.client-secret", "äöü");

        assertThat(hex.decrypt("entra.client-secret", kept)).isEqualTo("äöü");
        assertThat(base64.decrypt("entra.client-secret", kept)).isEqualTo("äöü");
        assertThat(raw.encrypt("entra.client-secret", "äöü")).isNotEqualTo(kept);
    }

    @Test
    void whatWasAlteredOrBelongsToAnotherSettingIsRefused() throws Exception {
        SecretBox box = box(KEY);
        String kept = box.encrypt("entra.client-secret", "secret");
        byte[] altered = Base64.getDecoder().decode(kept);
        altered[altered.length - 1] ^= 1;

        assertThatThrownBy(() -> box.decrypt("mail.password", kept)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        box.decrypt("entra.client-secret", Base64.getEncoder().encodeToString(altered)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> box.decrypt("entra.client-secret", "AAAA"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(box.toString()).isEqualTo("SecretBox");
    }

    private SecretBox box(byte[] content) throws Exception {
        Path file = Files.write(Files.createTempFile(files, "key", ""), content);
        return Configured.of(Map.of("settings.key-file", file.toString())::get)
                .secretBox()
                .orElseThrow();
    }
}
