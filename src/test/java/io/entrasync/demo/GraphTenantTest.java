package io.entrasync.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GraphTenantTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "http://127.0.0.1:9000/v1.0";

    private final GraphTenant tenant = new GraphTenant(
            new TenantOrganization("t-1", "Test", List.of("example.com", "test.onmicrosoft.com")),
            Clock.fixed(Instant.parse("2026-03-01T10:20:30Z"), ZoneOffset.UTC));

    @Test
    void pagesFollowEachOtherByAbsoluteLinks() {
        users(250);
        assertThat(body("/users").path("value")).hasSize(100);
        assertThat(body("/users").path("@odata.nextLink").asText()).startsWith(BASE + "/users?$skiptoken=");
        assertThat(ids("/users?$top=99&$select=id")).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void aFullLastPageHasNoLink() {
        users(200);
        assertThat(ids("/users")).hasSize(200);
        assertThat(body("/users?$top=200").has("@odata.nextLink")).isFalse();
    }

    @Test
    void aHundredThousandUsersPageQuickly() {
        users(100_000);
        Instant start = Instant.now();
        assertThat(ids("/users?$select=id,displayName,proxyAddresses&$top=999")).hasSize(100_000);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void pagingStaysRightWhenSomebodyIsDeletedMeanwhile() {
        users(10);
        JsonNode first = body("/users?$top=4&$select=id");
        tenant.removeUser(first.path("value").path(3).path("id").asText());
        assertThat(ids(relative(first))).hasSize(6);
    }

    @Test
    void onlySelectedPropertiesAndTheIdCome() {
        users(1);
        assertThat(names(body("/users?$select=displayName,accountEnabled")
                        .path("value")
                        .path(0)))
                .containsExactly("id", "displayName", "accountEnabled");
        assertThat(names(body("/users").path("value").path(0)))
                .contains("mail", "jobTitle")
                .doesNotContain("proxyAddresses", "accountEnabled", "department");
    }

    @Test
    void whatIsNotDeliveredIsLeftOutAndWhatIsEmptyIsNull() {
        tenant.putUser(TenantUser.member("u1", "One", "one@example.com").withAccountEnabled(null));
        JsonNode user = body("/users/u1?$select=accountEnabled,mobilePhone,employeeId");
        assertThat(user.has("accountEnabled")).isFalse();
        assertThat(user.path("mobilePhone").isNull()).isTrue();
        assertThat(user.path("employeeId").isNull()).isTrue();
    }

    @Test
    void aWrongQuestionIsRefused() {
        assertThat(get("/users?$select=displayNam").status()).isEqualTo(400);
        assertThat(get("/users?$top=1000").status()).isEqualTo(400);
        assertThat(get("/users?$skiptoken=old").status()).isEqualTo(400);
        assertThat(get("/printers").status()).isEqualTo(404);
        assertThat(tenant.answer("DELETE", "/users/u1", null, BASE).status()).isEqualTo(405);
    }

    @Test
    void whoDoesNotExistIsNotFoundInGraphsWords() {
        GraphAnswer answer = get("/users/nobody?$select=id");
        JsonNode error = JSON.valueToTree(answer.body()).path("error");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(error.path("code").asText()).isEqualTo("Request_ResourceNotFound");
        assertThat(error.path("innerError").path("date").asText()).isEqualTo("2026-03-01T10:20:30");
        assertThat(names(error.path("innerError"))).containsExactly("date", "request-id", "client-request-id");
    }

    @Test
    void membersCarryTheirTypeAndDeletedUsersAreNotShown() {
        users(2);
        tenant.putGroup(TenantGroup.security("g1", "Group"));
        tenant.addMember("g1", "u000000", MemberType.USER);
        tenant.addMember("g1", "u000001", MemberType.USER);
        tenant.addMember("g1", "c1", MemberType.ORG_CONTACT);
        tenant.removeUser("u000001");
        JsonNode members = body("/groups/g1/members?$select=id").path("value");
        assertThat(members.toString())
                .isEqualTo("[{\"@odata.type\":\"#microsoft.graph.orgContact\",\"id\":\"c1\"},"
                        + "{\"@odata.type\":\"#microsoft.graph.user\",\"id\":\"u000000\"}]");
        assertThat(ids("/groups/g1/members?$select=id&$top=1")).containsExactly("c1", "u000000");
    }

    @Test
    void transitiveMembersAreThoseOfNestedGroupsToo() {
        users(2);
        tenant.putGroup(TenantGroup.security("g1", "Outer"));
        tenant.putGroup(TenantGroup.security("g2", "Inner"));
        tenant.addMember("g1", "u000000", MemberType.USER);
        tenant.addMember("g1", "g2", MemberType.GROUP);
        tenant.addMember("g2", "u000001", MemberType.USER);
        tenant.addMember("g2", "g1", MemberType.GROUP);
        assertThat(ids("/groups/g1/transitiveMembers?$select=id&$top=2"))
                .containsExactly("g1", "g2", "u000000", "u000001");
        tenant.putGroup(TenantGroup.security("g2", "Inner").withVisibility("HiddenMembership"));
        assertThat(ids("/groups/g1/transitiveMembers?$select=id")).containsExactly("g2", "u000000");
    }

    @Test
    void hiddenMembershipLooksEmpty() {
        users(1);
        tenant.putGroup(TenantGroup.security("g1", "Group").withVisibility("HiddenMembership"));
        tenant.addMember("g1", "u000000", MemberType.USER);
        assertThat(body("/groups/g1/members").path("value")).isEmpty();
    }

    @Test
    void aBatchAnswersEachRequestByItsId() {
        users(3);
        String requests = IntStream.range(0, 20)
                .mapToObj(n -> request(n, n == 7 ? "/users/nobody" : "/users?$top=2&$select=id"))
                .collect(Collectors.joining(","));
        JsonNode responses = JSON.valueToTree(batch(requests).body()).path("responses");
        List<String> order = new ArrayList<>();
        for (JsonNode response : responses) {
            order.add(response.path("id").asText());
            boolean missing = response.path("id").asText().equals("7");
            assertThat(response.path("status").asInt()).isEqualTo(missing ? 404 : 200);
            assertThat(response.path("body").path("@odata.nextLink").asText()).startsWith(missing ? "" : BASE);
        }
        assertThat(order)
                .hasSize(20)
                .doesNotHaveDuplicates()
                .isNotEqualTo(order.stream().sorted().toList());
    }

    @Test
    void aBatchThatIsTooLargeOrMalformedIsRefused() {
        String requests =
                IntStream.range(0, 21).mapToObj(n -> request(n, "/users")).collect(Collectors.joining(","));
        assertThat(batch(requests).status()).isEqualTo(400);
        assertThat(batch(request(1, "/users") + "," + request(1, "/users")).status())
                .isEqualTo(400);
        assertThat(batch("").status()).isEqualTo(400);
        assertThat(tenant.answer("POST", "/$batch", "{", BASE).status()).isEqualTo(400);
    }

    @Test
    void theOrganizationNamesItsDomains() {
        JsonNode organization = body("/organization?$select=id").path("value").path(0);
        assertThat(organization.path("id").asText()).isEqualTo("t-1");
        assertThat(organization
                        .path("verifiedDomains")
                        .path(0)
                        .path("isDefault")
                        .asBoolean())
                .isTrue();
        assertThat(organization
                        .path("verifiedDomains")
                        .path(1)
                        .path("isInitial")
                        .asBoolean())
                .isTrue();
        assertThat(ids("/domains")).containsExactly("example.com", "test.onmicrosoft.com");
    }

    @Test
    void aRenameKeepsTheOldAddressAsAnAlias() {
        TenantUser user = TenantUser.member("u1", "One", "one@example.com").withAlias("uno@example.com");
        assertThat(user.withPrimary("uno@example.com").proxyAddresses())
                .containsExactly("SMTP:uno@example.com", "smtp:one@example.com");
    }

    @Test
    void theMailboxTellsItsPurpose() {
        tenant.putUser(TenantUser.member("u1", "Room", "room@example.com")
                .edit()
                .userPurpose("room")
                .build());
        assertThat(body("/users/u1/mailboxSettings/userPurpose").path("value").asText())
                .isEqualTo("room");
        assertThatThrownBy(() -> tenant.users().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private void users(int count) {
        for (int number = 0; number < count; number++) {
            String id = "u%06d".formatted(number);
            tenant.putUser(TenantUser.member(id, "User " + number, id + "@example.com"));
        }
    }

    private static String request(int id, String url) {
        return "{\"id\":\"" + id + "\",\"method\":\"GET\",\"url\":\"" + url + "\"}";
    }

    private GraphAnswer batch(String requests) {
        return tenant.answer("POST", "/$batch", "{\"requests\":[" + requests + "]}", BASE);
    }

    private GraphAnswer get(String target) {
        return tenant.answer("GET", target, null, BASE);
    }

    private JsonNode body(String target) {
        return JSON.valueToTree(get(target).body());
    }

    private List<String> ids(String target) {
        List<String> ids = new ArrayList<>();
        for (String next = target; next != null; ) {
            JsonNode page = body(next);
            page.path("value").forEach(entry -> ids.add(entry.path("id").asText()));
            next = relative(page);
        }
        return ids;
    }

    private static String relative(JsonNode page) {
        return page.has("@odata.nextLink")
                ? page.path("@odata.nextLink").asText().substring(BASE.length())
                : null;
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
