package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.entrasync.demo.DemoGraph;
import io.entrasync.demo.DemoMail;
import io.entrasync.demo.SampleTenant;
import io.entrasync.fake.GraphClient;
import io.entrasync.runtime.Json;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
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

@DirtiesContext
@SpringBootTest(
        classes = DemoRoutesTest.DemoOnly.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "camel.main.routes-include-pattern=classpath:routes/demo.camel.xml",
            // there is no database here
            "management.endpoint.health.validate-group-membership=false"
        })
class DemoRoutesTest {
    @LocalServerPort
    private int port;

    @Autowired
    private DemoMail demoMail;

    @Test
    void usersAndGroupsArePagedThrough() throws Exception {
        assertThat(graph().ids("/users?$select=id,displayName,proxyAddresses&$top=5"))
                .hasSizeGreaterThan(40);
        assertThat(graph().ids("/groups?%24select=id%2CdisplayName&%24top=4")).hasSizeGreaterThan(14);
        assertThat(graph().ids("/groups/" + SampleTenant.groupId(1) + "/members?$select=id&$top=3"))
                .contains(SampleTenant.userId(1), SampleTenant.groupId(2));
    }

    @Test
    void namesArriveAsTheyAreWritten() throws Exception {
        HttpResponse<String> answer = graph().get("/users/" + SampleTenant.userId(2) + "?$select=displayName");
        assertThat(GraphClient.json(answer).path("displayName").asText()).isEqualTo("Jörg Weiß");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
    }

    @Test
    void aBatchIsAnswered() throws Exception {
        Map<String, JsonNode> answers = graph().batch(
                        "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/users?$top=2\"},"
                                + "{\"id\":\"2\",\"method\":\"GET\",\"url\":\"/groups/none/members\"}]}");
        assertThat(answers).containsOnlyKeys("1", "2");
        assertThat(answers.get("1").at("/body/@odata.nextLink").asText()).startsWith(base());
        assertThat(answers.get("2").path("status").asInt()).isEqualTo(404);
    }

    @Test
    void anErrorKeepsItsStatus() throws Exception {
        HttpResponse<String> answer = graph().get("/users/nobody");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(GraphClient.json(answer).at("/error/code").asText()).isEqualTo("Request_ResourceNotFound");
    }

    @Test
    void theTokenIsNotSentBack() throws Exception {
        HttpResponse<String> answer = graph().send(HttpRequest.newBuilder(URI.create(base() + "/organization"))
                .header("Authorization", "Bearer secret"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map().toString().toLowerCase(Locale.ROOT)).doesNotContain("secret", "camel");
    }

    @Test
    void aChangeSaysWhatItChanged() throws Exception {
        URI change = URI.create("http://localhost:" + port + "/demo/change");
        HttpResponse<String> answer =
                graph().send(HttpRequest.newBuilder(change).POST(BodyPublishers.noBody()));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(GraphClient.json(answer).path("changed").size()).isPositive();
        assertThat(graph().send(HttpRequest.newBuilder(change)).statusCode()).isEqualTo(405);
    }

    @Test
    void mailsAreCaughtAndCanBeLookedAt() throws Exception {
        send("first@example.com", "Zuerst", "<p>nothing</p>");
        send("second@example.com", "Für Jörg", "<p>Grüße</p>");
        JsonNode list = GraphClient.json(mail(""));
        assertThat(list.findValuesAsText("subject")).startsWith("Für Jörg", "Zuerst");
        assertThat(list.get(0).path("from").asText()).isEqualTo("sync@example.com");
        assertThat(list.get(0).path("to")).hasSize(2);
        assertThat(Instant.parse(list.get(0).path("receivedAt").asText())).isBefore(Instant.now());
        String id = "/" + list.get(0).path("id").asText();
        assertThat(mail(id).body()).contains("To: second@example.com", "multipart/alternative");
        HttpResponse<String> html = mail(id + ".html");
        assertThat(html.body()).isEqualTo("<p>Grüße</p>");
        assertThat(html.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElse(""))
                .contains("sandbox");
        assertThat(mail("/0").statusCode()).isEqualTo(404);
        for (int i = 0; i < 100; i++) {
            send("many@example.com", "number " + i, "<p>" + i + "</p>");
        }
        assertThat(GraphClient.json(mail("")).findValuesAsText("subject"))
                .hasSize(100)
                .startsWith("number 99")
                .doesNotContain("Zuerst");
    }

    private HttpResponse<String> mail(String path) throws Exception {
        return graph().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/demo/mail" + path)));
    }

    private void send(String to, String subject, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.put("mail.smtp.port", String.valueOf(demoMail.port()));
        properties.put("mail.smtp.host", "127.0.0.1");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("sync@example.com");
        message.setRecipients(Message.RecipientType.TO, to);
        message.setRecipients(Message.RecipientType.BCC, "other@example.com");
        message.setSubject(subject, "UTF-8");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("text");
        MimeBodyPart page = new MimeBodyPart();
        page.setContent(html, "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", text, page));
        Transport.send(message);
    }

    private GraphClient graph() {
        return new GraphClient(base());
    }

    private String base() {
        return "http://localhost:" + port + DemoGraph.PATH;
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

        @Bean
        DemoMail demoMail() {
            return new DemoMail(0, Json.mapper(), Clock.systemUTC());
        }
    }
}
