package io.entrasync.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenClaimsTest {

    @Test
    void tenantApplicationAndRolesAreRead() {
        TokenClaims claims =
                TokenClaims.of(token("{\"tid\":\"t\",\"appid\":\"a\",\"azp\":\"b\",\"roles\":[\"X\",\"Y\"]}"));

        assertThat(claims).isEqualTo(new TokenClaims(true, "t", "a", List.of("X", "Y")));
    }

    @Test
    void aNewerTokenNamesItsApplicationInAzp() {
        assertThat(TokenClaims.of(token("{\"azp\":\"b\"}"))).isEqualTo(new TokenClaims(true, null, "b", List.of()));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "opaque", "a.b", "a.!!.c", "..", "a.bm8ganNvbg.c", "a.WzFd.c", "a.bnVsbA.c"})
    void whatCannotBeReadSaysNothing(String token) {
        assertThat(TokenClaims.of(token)).isEqualTo(TokenClaims.NONE);
    }

    @Test
    void claimsOfAnotherTypeCountAsAbsent() {
        assertThat(TokenClaims.of(token("{\"tid\":1,\"appid\":null,\"roles\":\"X\"}")))
                .isEqualTo(new TokenClaims(true, null, null, List.of()));
    }

    @Property(tries = 200)
    void noTextMakesItFail(@ForAll String text, @ForAll byte[] payload) {
        assertThat(TokenClaims.of(text)).isNotNull();
        assertThat(TokenClaims.of(token(new String(payload, StandardCharsets.ISO_8859_1))))
                .isNotNull();
    }

    static String token(String payload) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(payload.getBytes(StandardCharsets.UTF_8))
                + ".sig";
    }
}
