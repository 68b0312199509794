package io.entrasync.scope;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    @ParameterizedTest
    @CsvSource({
        "A.B@Example.COM, a.b@example.com, example.com",
        "o'neil+x@a.example, o'neil+x@a.example, a.example",
        "info@bücher.example, info@xn--bcher-kva.example, xn--bcher-kva.example",
    })
    void addressesAreInLowerCaseWithAnAsciiDomain(String text, String address, String domain) {
        assertThat(MailAddress.parse(text)).contains(new MailAddress(address, domain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.example",
                "a b@c.example",
                "a@b c.example",
                "\"a\"@b.example",
                "a@b..example",
                "a@b.example.",
                "a@-b-.example",
                "a..b@c.example"
            })
    void otherTextIsNone(String text) {
        assertThat(MailAddress.parse(text)).isEmpty();
    }

    @Test
    void lengthsAreBounded() {
        assertThat(MailAddress.parse("a".repeat(64) + "@b.example")).isPresent();
        assertThat(MailAddress.parse("a".repeat(65) + "@b.example")).isEmpty();
        assertThat(MailAddress.domain("a".repeat(64) + ".example")).isEmpty();
    }

    @Test
    void theyAreOrderedByTheirText() {
        MailAddress a = MailAddress.parse("a@x.example").orElseThrow();
        assertThat(a).isLessThan(MailAddress.parse("b@x.example").orElseThrow());
    }
}
