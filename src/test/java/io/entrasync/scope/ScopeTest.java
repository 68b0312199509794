package io.entrasync.scope;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.graph.GraphGroup;
import io.entrasync.graph.GraphUser;
import io.entrasync.model.GroupKind;
import io.entrasync.model.ScopeReason;
import io.entrasync.settings.Settings.What;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of who is brought over; of several that match, the first decides. */
class ScopeTest {
    private static final What ALL = new What(true, true, true, true, true);
    private static final What DEFAULT = new What(true, true, true, false, false);

    private final Scope scope =
            new Scope(Set.of("a.example", "b.example"), Set.of("exempt@a.example", "id-exempt"), DEFAULT);

    @Test
    void aMemberWithARegisteredPrimaryIsInScope() {
        Decision decision = scope.decide(user(
                "id",
                true,
                null,
                List.of("SMTP:P@a.example", "smtp:x@b.example", "smtp:y@c.example", "smtp:exempt@a.example")));

        assertThat(decision.reason()).isNull();
        assertThat(decision.detail()).isNull();
        assertThat(decision.mail().primary().address()).isEqualTo("p@a.example");
        assertThat(decision.mail().aliases()).extracting(MailAddress::address).containsExactly("x@b.example");
        assertThat(decision.mail().leftOut()).containsExactly("c.example");
        assertThat(decision.mail().exempt()).extracting(MailAddress::address).containsExactly("exempt@a.example");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "ID-Exempt, true, Guest, SMTP:p@a.example, EXEMPT",
                "id, true, Guest, SMTP:Exempt@a.example, EXEMPT",
                "id, false, guest, sip:p, GUEST",
                "id, -, Member, SMTP:p@a.example, INCOMPLETE_OBJECT",
                "id, false, Member, sip:p, SIGN_IN_DISABLED",
                "id, true, -, sip:p@a.example, NO_PROXY_ADDRESS",
                "id, true, Member, smtp:p@a.example, NO_PRIMARY_ADDRESS",
                "id, true, Member, SMTP:p p@a.example, INVALID_ADDRESS",
                "id, true, Member, SMTP:p@c.example, UNREGISTERED_DOMAIN",
            })
    void theFirstRuleThatMatchesDecides(String id, Boolean enabled, String type, String proxy, ScopeReason reason) {
        assertThat(scope.decide(user(id, enabled, type, List.of(proxy))).reason())
                .isEqualTo(reason);
    }

    @Test
    void addressesThatAreNotDeliveredProveNothing() {
        Decision decision = scope.decide(user("id", true, "Member", null));

        assertThat(decision.reason()).isEqualTo(ScopeReason.INCOMPLETE_OBJECT);
        assertThat(decision.mail().known()).isFalse();
        assertThat(decision.detail()).contains("proxyAddresses");
    }

    @Test
    void whatTheAddressRulesWouldSayIsKeptBesideTheReason() {
        Decision decision = scope.decide(user("id", false, "Member", List.of("SMTP:p@c.example")));

        assertThat(decision.reason()).isEqualTo(ScopeReason.SIGN_IN_DISABLED);
        assertThat(decision.mailReason()).isEqualTo(ScopeReason.UNREGISTERED_DOMAIN);
        assertThat(scope.decide(user("id", true, null, List.of("SMTP:p@c.example")))
                        .detail())
                .isEqualTo("c.example");
        assertThat(scope.decide(user("id", true, null, List.of("SMTP:bad"))).detail())
                .isEqualTo("bad");
    }

    @ParameterizedTest
    @CsvSource({
        "Unified, true, true, MICROSOFT_365",
        "Unified, true, false, MICROSOFT_365",
        "unified, false, true, MICROSOFT_365",
        "'', true, false, DISTRIBUTION",
        "'', true, true, MAIL_ENABLED_SECURITY",
        "'', false, true, SECURITY",
        "DynamicMembership, false, true, SECURITY",
    })
    void groupsAreOfTheKindThatComesFirst(String type, boolean mail, boolean security, GroupKind kind) {
        assertThat(Scope.kind(group("id", type, mail, security, List.of()))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "id-exempt, Unified, true, true, EXEMPT",
                "id, '', -, true, INCOMPLETE_OBJECT",
                "id, '', true, -, INCOMPLETE_OBJECT",
                "id, Unified, true, true, NOT_SELECTED",
                "id, DynamicMembership, true, true, DYNAMIC_MEMBERSHIP",
                "id, '', true, true, NO_PROXY_ADDRESS",
                "id, '', true, false, NO_PROXY_ADDRESS",
            })
    void groupsFollowTheirOwnRules(String id, String type, Boolean mail, Boolean security, ScopeReason reason) {
        assertThat(scope.decide(group(id, type, mail, security, List.of())).reason())
                .isEqualTo(reason);
    }

    @Test
    void aSecurityGroupWithoutMailHasNoAddressAndNeedsNone() {
        Decision decision = scope.decide(group("id", "", false, true, List.of("SMTP:old@a.example")));

        assertThat(decision.reason()).isNull();
        assertThat(decision.mail().primary()).isNull();
        assertThat(decision.mail().shown()).isNull();
    }

    @Test
    void everyKindCanBeSelectedAndDynamicOnesToo() {
        Scope all = new Scope(Set.of("a.example"), Set.of(), ALL);
        Scope none = new Scope(Set.of("a.example"), Set.of(), new What(true, false, false, false, true));
        List<String> proxies = List.of("SMTP:g@a.example");
        for (GraphGroup group : List.of(
                group("1", "Unified", true, false, proxies),
                group("2", "", true, false, proxies),
                group("3", "DynamicMembership", true, true, proxies),
                group("4", "", false, true, null))) {
            assertThat(none.decide(group).reason()).isEqualTo(ScopeReason.NOT_SELECTED);
            assertThat(all.decide(group).reason()).isNull();
        }
    }

    private static GraphUser user(String id, Boolean enabled, String type, List<String> proxies) {
        return new GraphUser(id, "Name", null, null, null, null, null, enabled, type, proxies, null, null);
    }

    private static GraphGroup group(String id, String type, Boolean mail, Boolean security, List<String> proxies) {
        try {
            var json = io.entrasync.runtime.Json.mapper();
            var node = json.createObjectNode()
                    .put("id", id)
                    .put("mailEnabled", mail)
                    .put("securityEnabled", security);
            node.putArray("groupTypes").add(type);
            node.set("proxyAddresses", json.valueToTree(proxies));
            return json.treeToValue(node, GraphGroup.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
