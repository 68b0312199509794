package io.entrasync.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.codegen.DefaultGenerator;
import org.openapitools.codegen.config.CodegenConfigurator;

/** A client that a public generator makes of the served description takes a sync from plan to undoing. */
class GeneratedClientTest {
    @TempDir
    Path folder;

    private Object api;

    @Test
    void aGeneratedClientRunsTheWholeFlow() throws Exception {
        try (ApiService service = new ApiService(TestDatabase.POSTGRESQL, Map.of("safeguard.max-removals", "0"))) {
            Path description = folder.resolve("openapi.json");
            Files.writeString(description, service.get("/api/openapi.json").body());
            generate(description);
            api = client(compile(), service);
            service.post("/api/domains", "{\"name\":\"example.net\"}");

            String run = started(call("startRun", body("RunBody", Map.of("mode", "REVIEW"))));
            Object review = ended(run);
            assertThat(property(review, "Status")).hasToString("AWAITING_REVIEW");
            call("applyRun", run, body("ApprovalBody", Map.of("planHash", property(review, "PlanHash"))));
            assertThat(property(ended(run), "Status")).hasToString("SUCCEEDED");
            String undoing = started(call("undoRun", run, body("UndoBody", Map.of("exempt", false))));
            Object undo = ended(undoing);
            assertThat(property(undo, "UndoOf")).isEqualTo(run);
            call("rejectRun", undoing);
            assertThat(property(call("getRun", undoing), "Status")).hasToString("REJECTED");
        }
    }

    private void generate(Path description) {
        CodegenConfigurator generator = new CodegenConfigurator()
                .setGeneratorName("java")
                .setLibrary("native")
                .setInputSpec(description.toString())
                .setOutputDir(folder.resolve("client").toString())
                .setApiPackage("client.api")
                .setModelPackage("client.model")
                .setInvokerPackage("client.invoker")
                .setAdditionalProperties(
                        Map.of("hideGenerationTimestamp", "true", "useJakartaEe", "true", "openApiNullable", "true"));
        new DefaultGenerator().opts(generator.toClientOptInput()).generate();
    }

    private URLClassLoader compile() throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none", "-nowarn", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (Stream<Path> sources = Files.walk(folder.resolve("client/src/main/java"))) {
            sources.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        java.io.ByteArrayOutputStream said = new java.io.ByteArrayOutputStream();
        int result = compiler.run(null, null, said, arguments.toArray(String[]::new));
        assertThat(result).as(said.toString(StandardCharsets.UTF_8)).isZero();
        return new URLClassLoader(
                new URL[] {new File(classes + "/").toURI().toURL()}, getClass().getClassLoader());
    }

    private static Object client(URLClassLoader loader, ApiService service) throws Exception {
        Class<?> invoker = loader.loadClass("client.invoker.ApiClient");
        Object client = invoker.getConstructor().newInstance();
        invoker.getMethod("updateBaseUri", String.class).invoke(client, service.url("/api"));
        java.util.function.Consumer<java.net.http.HttpRequest.Builder> login =
                request -> request.header("Authorization", ApiService.basic(ApiService.LOGIN));
        invoker.getMethod("setRequestInterceptor", java.util.function.Consumer.class)
                .invoke(client, login);
        return loader.loadClass("client.api.RunsApi").getConstructor(invoker).newInstance(client);
    }

    private Object ended(String run) throws Exception {
        Awaitility.await().until(() -> !"RUNNING"
                .equals(property(call("getRun", run), "Status").toString()));
        return call("getRun", run);
    }

    private static String started(Object run) throws Exception {
        return String.valueOf(property(run, "Id"));
    }

    private Object body(String type, Map<String, ?> values) throws Exception {
        Class<?> model = api.getClass().getClassLoader().loadClass("client.model." + type);
        return new com.fasterxml.jackson.databind.ObjectMapper().convertValue(values, model);
    }

    private static Object property(Object bean, String name) throws Exception {
        return bean.getClass().getMethod("get" + name).invoke(bean);
    }

    private Object call(String operation, Object... arguments) throws Exception {
        Method method = Arrays.stream(api.getClass().getMethods())
                .filter(candidate ->
                        candidate.getName().equals(operation) && candidate.getParameterCount() == arguments.length)
                .findFirst()
                .orElseThrow(() -> new AssertionError(operation));
        try {
            return method.invoke(api, arguments);
        } catch (InvocationTargetException e) {
            throw new AssertionError(operation + ": " + e.getCause(), e.getCause());
        }
    }
}
