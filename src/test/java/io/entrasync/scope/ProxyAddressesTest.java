package io.entrasync.scope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ProxyAddressesTest {
    @Test
    void capitalsMarkThePrimaryAndOtherTypesAreNoAddresses() {
        ProxyAddresses read = ProxyAddresses.of(Arrays.asList(
                "smtp:b@a.example",
                "SIP:s@a.example",
                "X500:/o=x/cn=smtp:y",
                "SMTP: P@a.example",
                "plain@a.example",
                null,
                "SPO:SPO_1@SPO_2",
                "eum:7",
                ":x",
                ""));

        assertThat(read).isEqualTo(new ProxyAddresses("P@a.example", List.of("b@a.example")));
    }

    @Test
    void theSameAddressTwiceIsOneAndThePrimaryWins() {
        assertThat(ProxyAddresses.of(List.of("smtp:a@x.example", "SMTP:A@x.example", "smtp:a@x.example")))
                .isEqualTo(new ProxyAddresses("A@x.example", List.of()));
    }

    @Test
    void withoutSmtpEntriesThereIsNothing() {
        assertThat(ProxyAddresses.of(List.of("SIP:a@x.example")).isEmpty()).isTrue();
        assertThat(ProxyAddresses.of(List.of("smtp:a@x.example")).isEmpty()).isFalse();
    }

    @Property
    void nothingThatIsDeliveredIsFatal(@ForAll List<String> entries) {
        ProxyAddresses read = ProxyAddresses.of(entries);
        assertThat(read.aliases().size()).isLessThanOrEqualTo(entries.size());
    }

    @Property
    void everySmtpEntryIsFoundAndTheOrderHasNoMeaning(@ForAll("locals") List<String> locals, @ForAll Random random) {
        List<String> entries = new ArrayList<>(List.of("SMTP:primary@a.example", "X500:/cn=1", "sip:q@a.example"));
        locals.forEach(local -> entries.add("smtp:" + local + "@a.example"));
        Collections.shuffle(entries, random);

        ProxyAddresses read = ProxyAddresses.of(entries);

        assertThat(read.primary()).isEqualTo("primary@a.example");
        assertThat(read.aliases())
                .containsExactlyInAnyOrderElementsOf(locals.stream()
                        .map(local -> local + "@a.example")
                        .distinct()
                        .toList());
    }

    @Property
    void whatIsAnAddressStaysOneAndIsStoredInLowerCase(@ForAll("locals") List<String> locals) {
        for (String local : locals) {
            MailAddress address = MailAddress.parse(" " + local.toUpperCase(Locale.ROOT) + "@A.Example ")
                    .orElseThrow();
            assertThat(address.address()).isEqualTo(local + "@a.example");
            assertThat(MailAddress.parse(address.address())).contains(address);
        }
    }

    @Provide
    Arbitrary<List<String>> locals() {
        return Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .ofMinLength(1)
                .ofMaxLength(20)
                .filter(local -> !local.equals("primary"))
                .list()
                .ofMaxSize(20);
    }
}
