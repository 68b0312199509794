package io.entrasync.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.entrasync.settings.Key;
import io.entrasync.settings.SettingKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is built for one runtime carries nothing of the other. */
class ArtifactsIT {
    private static final Path BOOT = Path.of("target", "entra-sync.jar");
    private static final Path BUNDLE = Path.of("target", "entra-sync-karaf.jar");
    private static final Path KAR = Path.of("target", "entra-sync-karaf.kar");

    @Test
    void theBootJarHasNothingOfKaraf() throws Exception {
        assertThat(names(BOOT))
                .anyMatch(name -> name.contains("/spring-boot-3"))
                .noneMatch(name -> name.matches(
                        ".*/(vertx|netty|camel-platform-http-vertx|camel-vertx|osgi|org\\.osgi)[^/]*\\.jar"));
    }

    @Test
    void theBundleHasNothingOfBoot() throws Exception {
        assertThat(names(BUNDLE))
                .contains("io/entrasync/runtime/karaf/KarafService.class", "sql/plan/user-add.sql")
                .anyMatch(name -> name.startsWith("lib/vertx-core"))
                .noneMatch(
                        name -> name.matches(
                                "lib/(spring-(?!security-crypto)|camel-spring|tomcat|logback|log4j|slf4j|picocli|micrometer|hsqldb|postgresql).*"))
                .noneMatch(name -> name.matches("(io/entrasync/(runtime/spring|cli|demo)/|application|logback).*"));
    }

    @Test
    void theBundleHasAllFilesOfTheProduct() throws Exception {
        List<String> bundled = names(BUNDLE);
        try (var files = Files.walk(Path.of("target", "classes"))) {
            assertThat(files.filter(Files::isRegularFile).map(file -> Path.of("target", "classes")
                            .relativize(file)
                            .toString()))
                    .filteredOn(name -> name.matches("(sql|routes|db|console|mail)/.*"))
                    .filteredOn(name -> !name.equals("routes/demo.camel.xml"))
                    .isNotEmpty()
                    .allMatch(bundled::contains);
        }
    }

    @Test
    void theBundleLooksForNothingThatKarafHasNot() throws Exception {
        try (JarFile bundle = new JarFile(BUNDLE.toFile())) {
            String imports = bundle.getManifest().getMainAttributes().getValue("Import-Package");
            assertThat(imports.replaceAll("\"[^\"]*\"", "").split(","))
                    .filteredOn(part -> !part.contains("resolution:=optional"))
                    .extracting(part -> part.replaceFirst(";.*", ""))
                    .allMatch(
                            part -> part.matches(
                                    "org\\.(osgi|slf4j|hsqldb|postgresql)\\..*|org\\.(slf4j|postgresql|apache\\.commons\\.logging)"));
            assertThat(bundle.getManifest().getMainAttributes().getValue("Export-Package"))
                    .isNull();
        }
    }

    @Test
    void theCfgFileNamesEverySettingAndSetsNone() throws Exception {
        String cfg = cfg();
        assertThat(cfg.lines()).allMatch(line -> line.isBlank() || line.startsWith("#"));
        for (Key<?> key : SettingKeys.KEYS) {
            assertThat(cfg.lines().filter(line -> line.startsWith("#" + key.name() + "=")))
                    .as(key.name())
                    .hasSize(1);
        }
        assertThat(cfg)
                .startsWith("# Entra Directory Sync in Karaf")
                .contains("#server.port=8080", "#server.address=127.0.0.1", "${karaf.base}/entra-sync")
                .doesNotContain("entrasync.entra", "entrasync.properties");
    }

    private static String cfg() throws IOException {
        try (JarFile kar = new JarFile(KAR.toFile())) {
            ZipEntry cfg = kar.stream()
                    .filter(entry -> entry.getName().endsWith(".cfg"))
                    .findFirst()
                    .orElseThrow();
            return new String(kar.getInputStream(cfg).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }
}
