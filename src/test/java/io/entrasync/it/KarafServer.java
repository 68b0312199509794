package io.entrasync.it;

import io.entrasync.flow.ApiClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;
import org.awaitility.Awaitility;

/** A stock Karaf of its own process, without any Maven repository, into which the product's kar is dropped. */
final class KarafServer extends ApiClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path base;
    private final int port = freePort();
    private final int registryPort = freePort();
    private final Map<String, String> settings = new TreeMap<>();
    private final Process process;
    private JMXConnector jmx;

    /** Starts it and waits until the product answers. */
    KarafServer(Path base, Path trustStore, Map<String, String> settings) throws Exception {
        this.base = base;
        copy(Path.of(System.getProperty("karaf.stock")), base);
        ports();
        withoutRepositories();
        edit("org.ops4j.pax.logging.cfg", text -> text.replace("| %encode", "| run=%X{runId} | %encode"));
        edit("users.properties", text -> text.replaceAll("(?m)^#(karaf|_g_)", "$1"));
        configure(settings);
        Files.copy(Path.of("target", "entra-sync-karaf.kar"), base.resolve("deploy/entra-sync.kar"));
        ProcessBuilder start = new ProcessBuilder(base.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(base.resolve("out.log").toFile());
        start.environment().put("JAVA_HOME", System.getProperty("java.home"));
        start.environment().put("JAVA_MAX_MEM", "512m");
        start.environment()
                .put(
                        "EXTRA_JAVA_OPTS",
                        "-Djavax.net.ssl.trustStore=" + trustStore
                                + " -Djavax.net.ssl.trustStoreType=PKCS12 -Djavax.net.ssl.trustStorePassword=changeit");
        process = start.start();
        try {
            awaitHealth();
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    @Override
    public String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Saves the settings' file with these changes. */
    void configure(Map<String, String> changes) throws IOException {
        settings.putAll(changes);
        settings.put("server.port", String.valueOf(port));
        StringBuilder text = new StringBuilder();
        settings.forEach(
                (key, value) -> text.append(key).append(" = ").append(value).append('\n'));
        Files.writeString(base.resolve("etc/io.entrasync.cfg"), text);
    }

    Path folder(String path) {
        return base.resolve(path);
    }

    /** What the log says after a mark that {@link #mark} gave. */
    String log(int mark) {
        try {
            return Files.readString(base.resolve("data/log/karaf.log")).substring(mark);
        } catch (IOException e) {
            return "";
        }
    }

    int mark() {
        return log(0).length();
    }

    void awaitLog(int mark, String... parts) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(() -> Arrays.stream(parts)
                .allMatch(log(mark)::contains));
    }

    void awaitHealth() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions()
                .conditionEvaluationListener(null)
                .until(() -> {
                    if (!process.isAlive()) {
                        throw new AssertionError("Karaf ended: " + Files.readString(base.resolve("out.log")));
                    }
                    return send(anonymous("/actuator/health")).statusCode() == 200;
                });
    }

    /** Calls an operation of one of Karaf's management beans, such as {@code bundle}. */
    void manage(String bean, String operation, String argument) throws Exception {
        management()
                .invoke(
                        new ObjectName("org.apache.karaf:type=" + bean + ",name=root"),
                        operation,
                        new Object[] {argument},
                        new String[] {String.class.getName()});
    }

    /** The names of all threads, after a collection of what nobody holds any more. */
    List<String> threads() throws Exception {
        MBeanServerConnection server = management();
        server.invoke(new ObjectName("java.lang:type=Memory"), "gc", new Object[0], new String[0]);
        CompositeData[] all = (CompositeData[]) server.invoke(
                new ObjectName("java.lang:type=Threading"),
                "dumpAllThreads",
                new Object[] {false, false},
                new String[] {"boolean", "boolean"});
        return Stream.of(all)
                .map(thread -> String.valueOf(thread.get("threadName")))
                .toList();
    }

    private MBeanServerConnection management() throws IOException {
        if (jmx == null) {
            jmx = JMXConnectorFactory.connect(
                    new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + registryPort + "/karaf-root"),
                    Map.of(JMXConnector.CREDENTIALS, new String[] {"karaf", "karaf"}));
        }
        return jmx.getMBeanServerConnection();
    }

    @Override
    public void close() throws Exception {
        if (jmx != null) {
            jmx.close();
        }
        // the script is a shell around the JVM
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        all.forEach(ProcessHandle::destroy);
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            all.forEach(ProcessHandle::destroyForcibly);
            throw new AssertionError("Karaf does not end within 30 s");
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private void ports() throws IOException {
        edit("org.apache.karaf.management.cfg", text -> text.replaceAll(
                        "(?m)^rmiRegistryPort.*", "rmiRegistryPort = " + registryPort)
                .replaceAll("(?m)^rmiServerPort.*", "rmiServerPort = " + freePort()));
        edit("org.apache.karaf.shell.cfg", text -> text.replaceAll("(?m)^sshPort.*", "sshPort = " + freePort()));
    }

    /** What is not in the kar or in Karaf itself is not to be had. */
    private void withoutRepositories() throws IOException {
        edit("org.ops4j.pax.url.mvn.cfg", text -> text.replaceAll("(?m)^.*https://.*\\R?", "")
                .replaceAll("(?m)(^org.ops4j.pax.url.mvn.repositories=).*", "$1")
                .concat("\norg.ops4j.pax.url.mvn.localRepository = ${karaf.data}/none\n"));
    }

    private interface Edit {
        String of(String text);
    }

    private void edit(String file, Edit edit) throws IOException {
        Path path = base.resolve("etc").resolve(file);
        String text = Files.readString(path);
        String edited = edit.of(text);
        if (edited.equals(text)) {
            throw new IllegalStateException("nothing to edit in " + file);
        }
        Files.writeString(path, edited);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
