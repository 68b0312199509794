package io.entrasync.runtime.spring;

import java.util.Arrays;
import java.util.List;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The settings that files and the command line name, known or not. */
final class ConfiguredKeys {
    private static final String PREFIX = "entrasync.";

    private ConfiguredKeys() {}

    /** Without the prefix. The environment's own form of a name does not tell which key was meant, so it is left out. */
    static List<String> of(ConfigurableEnvironment environment) {
        return environment.getPropertySources().stream()
                .filter(EnumerablePropertySource.class::isInstance)
                .filter(source ->
                        !source.getName().contains(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .flatMap(source -> Arrays.stream(((EnumerablePropertySource<?>) source).getPropertyNames()))
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()).replaceFirst("\\[\\d+]$", ""))
                .distinct()
                .toList();
    }
}
