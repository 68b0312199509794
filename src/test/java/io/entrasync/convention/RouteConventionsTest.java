package io.entrasync.convention;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.api.Actor;
import io.entrasync.demo.DemoGraph;
import io.entrasync.demo.DemoMail;
import io.entrasync.demo.SampleTenant;
import io.entrasync.flow.TestDatabase;
import io.entrasync.runtime.Beans;
import io.entrasync.runtime.Json;
import io.entrasync.settings.Configured;
import io.entrasync.settings.SettingKeys;
import io.entrasync.store.Directory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How route files are written, so that whoever knows one knows all. */
class RouteConventionsTest {
    private static final Set<String> NESTING =
            Set.of("choice", "filter", "split", "loop", "doTry", "multicast", "aggregate", "threads");

    /**
     * Where all headers may go: at the edges, where what came from or went to another party must not travel on: before
     * and after a request to Graph, before a mail, before an answer of the demo or the API, behind a tick of the clock.
     */
    private static final Pattern EDGES = Pattern.compile("graph-call|summary-mail|demo-answer|schedule-.*|api-.*");

    static List<RouteXml> files() {
        return RouteXml.all();
    }

    @ParameterizedTest
    @MethodSource("files")
    void theSchemaAcceptsTheFile(RouteXml file) throws Exception {
        var schema = getClass().getResource("/org/apache/camel/catalog/schemas/camel-xml-io.xsd");
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(schema)
                .newValidator()
                .validate(new StreamSource(file.file().toFile()));
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRouteIsNamedAfterFileAndStageAndItsEndpointAfterIt(RouteXml file) {
        for (Element route : file.routes()) {
            String id = route.getAttribute("id");
            assertThat(id).startsWith(file.stem() + "-");
            String from = from(route);
            assertThat(!from.startsWith("direct:") || from.equals("direct:" + id))
                    .as(id)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aRouteStatesItsContractAndDescribesItself(RouteXml file) {
        for (Element route : file.routes()) {
            String id = route.getAttribute("id");
            assertThat(RouteXml.commentAbove(route)).as(id).contains("uses:", "in:", "out:", "raises:");
            assertThat(route.getAttribute("description")).as(id).matches("[A-Z].{10,}[^.]");
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void routesAndFilesStayReadable(RouteXml file) {
        assertThat(file.text().lines().count()).as("lines of the file").isLessThanOrEqualTo(160);
        for (Element route : file.routes()) {
            assertThat(file.source(route).lines().count())
                    .as("lines of " + route.getAttribute("id"))
                    .isLessThanOrEqualTo(40);
            assertThat(depth(route))
                    .as("nesting in " + route.getAttribute("id"))
                    .isLessThanOrEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aSplitStopsAtAnErrorAndAChoiceHasAnAnswerForAll(RouteXml file) {
        file.elements("split").forEach(split -> assertThat(split.getAttribute("stopOnException"))
                .isEqualTo("true"));
        for (Element choice : file.elements("choice")) {
            boolean answered = RouteXml.children(choice).stream()
                    .anyMatch(child -> child.getLocalName().equals("otherwise"));
            assertThat(answered || hasComment(choice))
                    .as("otherwise, or a comment why not")
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void whatHasHurtElsewhereIsNotUsed(RouteXml file) {
        assertThat(file.text()).doesNotContain("seda:").doesNotContain("<script");
        file.elements("simple")
                .forEach(simple -> assertThat(simple.getTextContent()).doesNotContain("resource:"));
        for (Element route : file.routes()) {
            if (!EDGES.matcher(route.getAttribute("id")).matches()) {
                assertThat(file.source(route)).doesNotContain("removeHeaders pattern=\"*\"");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void placeholdersAreSettings(RouteXml file) {
        Set<String> known =
                SettingKeys.KEYS.stream().map(key -> "entrasync." + key.name()).collect(Collectors.toSet());
        Matcher placeholder = Pattern.compile("\\{\\{([^}:]+)").matcher(file.text());
        while (placeholder.find()) {
            assertThat(known).contains(placeholder.group(1));
        }
    }

    @Test
    void thereIsOneRouteConfigurationAndItHasNoId() {
        List<Element> all = files().stream()
                .flatMap(file -> file.elements("routeConfiguration").stream())
                .toList();
        assertThat(all).hasSize(1);
        assertThat(all.get(0).getAttribute("id")).isEmpty();
    }

    @Test
    void everyBeanThatARouteNamesIsBoundAndHasTheMethod() throws Exception {
        Map<String, Object> beans = new HashMap<>();
        // bound by the runtime
        beans.put("demoGraph", new DemoGraph(new SampleTenant()));
        DemoMail mail = new DemoMail(0, Json.mapper(), Clock.systemUTC());
        beans.put("demoMail", mail);
        mail.close();
        beans.put("actor", (Actor) authorization -> "operator");
        try (var database = TestDatabase.HSQLDB.open()) {
            Beans.bind(
                    Configured.of(key -> null), Directory.open(database), Json.mapper(), Clock.systemUTC(), beans::put);
        }
        for (RouteXml file : files()) {
            Stream.of("bean", "method")
                    .flatMap(name -> file.elements(name).stream())
                    .forEach(named -> {
                        String ref = named.getAttribute("ref");
                        assertThat(beans).as(file.stem()).containsKey(ref);
                        String method = named.getAttribute("method").replaceFirst("\\(.*", "");
                        assertThat(beans.get(ref).getClass().getMethods())
                                .as(ref)
                                .anyMatch(found -> found.getName().equals(method));
                    });
            Matcher strategy = Pattern.compile("(?:aggregationStrategy|executorService|objectMapper)=\"([^\"]+)\"")
                    .matcher(file.text());
            while (strategy.find()) {
                assertThat(beans).as(file.stem()).containsKey(strategy.group(1));
            }
        }
    }

    @Test
    void everySqlFileIsUsedAndEveryUsedOneExists() throws Exception {
        Path root = Path.of("src/main/resources/sql");
        Set<String> files;
        try (Stream<Path> paths = Files.walk(root)) {
            files = paths.filter(path -> path.toString().endsWith(".sql"))
                    .map(path -> root.relativize(path).toString().replace(".sql", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> folders =
                files.stream().map(file -> file.replaceFirst("/.*", "")).collect(Collectors.toSet());
        Set<String> literals = literals();

        assertThat(files)
                .as("SQL files that nobody names")
                .allMatch(file -> literals.contains(file)
                        || literals.contains(file.substring(file.indexOf('/') + 1))
                        || literals.stream().anyMatch(literal -> literal.endsWith("-") && file.startsWith(literal)));
        assertThat(literals)
                .filteredOn(literal ->
                        literal.matches("[a-z]+/[a-z-]*[a-z]") && folders.contains(literal.replaceFirst("/.*", "")))
                .as("SQL files that are named")
                .isSubsetOf(files);
    }

    private static Set<String> literals() throws Exception {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> sources =
                Stream.concat(Files.walk(Path.of("src/main/java")), Files.walk(Path.of("routes")))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                Matcher literal = Pattern.compile("[\"']([a-z/-]+)[\"']").matcher(Files.readString(source));
                while (literal.find()) {
                    literals.add(literal.group(1));
                }
            }
        }
        return literals;
    }

    private static String from(Element route) {
        return RouteXml.children(route).stream()
                .filter(child -> child.getLocalName().equals("from"))
                .findFirst()
                .orElseThrow()
                .getAttribute("uri");
    }

    private static int depth(Element element) {
        int below = RouteXml.children(element).stream()
                .mapToInt(RouteConventionsTest::depth)
                .max()
                .orElse(0);
        return below + (NESTING.contains(element.getLocalName()) ? 1 : 0);
    }

    private static boolean hasComment(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Comment) {
                return true;
            }
        }
        return false;
    }
}
