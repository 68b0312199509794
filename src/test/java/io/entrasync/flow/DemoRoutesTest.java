package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.entrasync.demo.DemoGraph;
import io.entrasync.demo.SampleTenant;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.camel.test.spring.junit5.CamelSpringBootTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.autoconfigure.security.servlet.ManagementWebSecurityAutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.security.servlet.SecurityAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext;

@CamelSpringBootTest
@DirtiesContext
@SpringBootTest(
        classes = DemoRoutesTest.DemoOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "camel.main.routes-include-pattern=classpath:routes/demo.camel.xml")
class DemoRoutesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Test
    void usersAndGroupsArePagedThrough() throws Exception {
        assertThat(ids("/users?$select=id,displayName,proxyAddresses&$top=5")).hasSizeGreaterThan(40);
        assertThat(ids("/groups?%24select=id%2CdisplayName&%24top=4")).hasSizeGreaterThan(14);
        assertThat(ids("/groups/" + SampleTenant.groupId(1) + "/members?$select=id&$top=3"))
                .contains(SampleTenant.userId(1), SampleTenant.groupId(2));
    }

    @Test
    void namesArriveAsTheyAreWritten() throws Exception {
        HttpResponse<String> answer = get("/users/" + SampleTenant.userId(2) + "?$select=displayName");
        assertThat(JSON.readTree(answer.body()).path("displayName").asText()).isEqualTo("Jörg Weiß");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void aBatchIsAnswered() throws Exception {
        String requests = "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$top=2\"},"
                + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/groups/none/members\"}]}";
        HttpResponse<String> answer = send(
                request("/$batch").header("Content-Type", "application/json").POST(BodyPublishers.ofString(requests)));
        assertThat(answer.statusCode()).isEqualTo(200);
        for (JsonNode response : JSON.readTree(answer.body()).path("responses")) {
            boolean found = response.path("id").asText().equals("1");
            assertThat(response.path("status").asInt()).isEqualTo(found ? 200 : 404);
            assertThat(response.at("/body/@odata.nextLink").asText()).startsWith(found ? base() : "");
        }
    }

    @Test
    void anErrorKeepsItsStatus() throws Exception {
        HttpResponse<String> answer = get("/users/nobody");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(answer.body()).at("/error/code").asText()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void theTokenIsNotSentBack() throws Exception {
        HttpResponse<String> answer = send(request("/organization").header("Authorization", "Bearer secret"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().toString().toLowerCase(Locale.ROOT)).doesNotContain("secret", "camel");
    }

    @Test
    void aChangeSaysWhatItChanged() throws Exception {
        URI change = URI.create("http://localhost:" + port + "/demo/change");
        HttpResponse<String> answer = send(HttpRequest.newBuilder(change).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).path("changed").size()).isPositive();
        assertThat(send(HttpRequest.newBuilder(change)).statusCode()).isEqualTo(405);
    }

    private List<String> ids(String target) throws Exception {
        List<String> ids = new ArrayList<>();
        HttpResponse<String> page = get(target);
        while (true) {
            JsonNode body = JSON.readTree(page.body());
            body.path("value").forEach(entry -> ids.add(entry.path("id").asText()));
            if (!body.has("@odata.nextLink")) {
                return ids;
            }
            page = send(HttpRequest.newBuilder(
                    URI.create(body.path("@odata.nextLink").asText())));
        }
    }

    private String base() {
        return "http://localhost:" + port + DemoGraph.PATH;
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create(base() + target));
    }

    private HttpResponse<String> get(String target) throws Exception {
        return send(request(target));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration(
            exclude = {
                SecurityAutoConfiguration.class,
                ManagementWebSecurityAutoConfiguration.class,
                DataSourceAutoConfiguration.class
            })
    static class DemoOnly {
        @Bean
        DemoGraph demoGraph() {
            return new DemoGraph(new SampleTenant());
        }
    }
}
