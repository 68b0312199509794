package io.entrasync.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All settings, read and checked once. The names, defaults and meanings are those of {@code entrasync.properties},
 * which documents every key.
 */
public record Settings(
        Entra entra,
        Graph graph,
        What what,
        How how,
        When when,
        Directory directory,
        Safeguard safeguard,
        Database database,
        Console console,
        String routesLocation) {

    /** The same settings, but for what is synced. */
    public Settings withWhat(What other) {
        return new Settings(entra, graph, other, how, when, directory, safeguard, database, console, routesLocation);
    }

    /** The same settings, but for how it is synced. */
    public Settings withHow(How other) {
        return new Settings(entra, graph, what, other, when, directory, safeguard, database, console, routesLocation);
    }

    public enum Credential {
        AUTO,
        CLIENT_SECRET,
        CERTIFICATE,
        MANAGED_IDENTITY,
        WORKLOAD_IDENTITY,
        NONE
    }

    /** Where Entra and Graph are reached by default, per national cloud. */
    public enum Cloud {
        GLOBAL("https://login.microsoftonline.com/", "https://graph.microsoft.com/v1.0"),
        US_GOV("https://login.microsoftonline.us/", "https://graph.microsoft.us/v1.0"),
        US_GOV_DOD("https://login.microsoftonline.us/", "https://dod-graph.microsoft.us/v1.0"),
        CHINA("https://login.chinacloudapi.cn/", "https://microsoftgraph.chinacloudapi.cn/v1.0");

        private final String authorityHost;
        private final String graphUrl;

        Cloud(String authorityHost, String graphUrl) {
            this.authorityHost = authorityHost;
            this.graphUrl = graphUrl;
        }

        public String authorityHost() {
            return authorityHost;
        }

        public String graphUrl() {
            return graphUrl;
        }
    }

    public enum Frequency {
        H1(1),
        H3(3),
        H6(6),
        H12(12),
        H24(24),
        NEVER(0);

        private final int hours;

        Frequency(int hours) {
            this.hours = hours;
        }

        /** Time between two runs; null for {@link #NEVER}. */
        public @Nullable Duration interval() {
            return this == NEVER ? null : Duration.ofHours(hours);
        }
    }

    public enum NewUserRole {
        END_USER,
        SILENT_USER
    }

    /**
     * How to sign in.
     *
     * @param scope the Graph resource to ask a token for, with {@code /.default}
     */
    public record Entra(
            @Nullable String primaryDomain,
            @Nullable String clientId,
            @Nullable String clientSecret,
            @Nullable Path clientSecretFile,
            @Nullable Path certificateFile,
            @Nullable String certificatePassword,
            Credential credential,
            String authorityHost,
            boolean disableInstanceDiscovery,
            @Nullable LocalDate secretExpiresOn,
            String scope) {

        /** Whether it can be tried to sign in at all; what is missing in detail, signing in says. */
        public boolean isConfigured() {
            return credential == Credential.NONE || (primaryDomain != null && clientId != null);
        }

        /** Secrets stay out of logs and messages. */
        @Override
        public String toString() {
            return "Entra[%s, %s, %s]".formatted(primaryDomain, clientId, credential);
        }
    }

    public record Graph(URI baseUrl, int pageSize, int maxConcurrency, int maxAttempts) {}

    public record What(
            boolean activeUsers,
            boolean distributionGroups,
            boolean securityGroups,
            boolean microsoft365Groups,
            boolean dynamicGroups) {}

    public record How(
            boolean addUsers,
            boolean updateUsers,
            boolean addGroups,
            boolean updateGroups,
            boolean removeDeletedUsers,
            boolean removeDeletedGroups) {}

    public record When(Frequency frequency) {}

    public record Directory(
            NewUserRole newUserRole, List<String> domains, List<String> ignoredDomains, List<String> exempt) {}

    /** Where the directory is kept; the URL as the operator wrote it. */
    public record Database(String url, String username, String password) {
        /** The password stays out of logs and messages. */
        @Override
        public String toString() {
            return "Database[" + url + "]";
        }
    }

    /**
     * The local operator's account.
     *
     * @param password null: one is made up at the first start
     */
    public record Console(String username, @Nullable String password) {
        /** The password stays out of logs and messages. */
        @Override
        public String toString() {
            return "Console[" + username + "]";
        }
    }

    public record Safeguard(int maxRemovals, int maxRemovalPercent) {}

    private static final Key<String> PRIMARY_DOMAIN = Key.text("entra.primary-domain", "");
    private static final Key<String> CLIENT_ID = Key.text("entra.client-id", "");
    private static final Key<String> CLIENT_SECRET = Key.secret("entra.client-secret");
    private static final Key<Path> CLIENT_SECRET_FILE = file("entra.client-secret-file");
    private static final Key<Path> CERTIFICATE_FILE = file("entra.certificate-file");
    private static final Key<String> CERTIFICATE_PASSWORD = Key.secret("entra.certificate-password");
    private static final Key<Credential> CREDENTIAL = Key.choice("entra.credential", Credential.class, "auto");
    private static final Key<Cloud> CLOUD = Key.choice("entra.cloud", Cloud.class, "global");
    private static final Key<URI> AUTHORITY_HOST = url("entra.authority-host", "https");
    private static final Key<Boolean> NO_DISCOVERY = Key.flag("entra.disable-instance-discovery", false);
    private static final Key<LocalDate> SECRET_EXPIRES_ON = Key.date("entra.secret-expires-on");
    private static final Key<URI> BASE_URL = url("graph.base-url", "https?");
    private static final Key<Integer> PAGE_SIZE = Key.number("graph.page-size", 999, 1, 999);
    private static final Key<Integer> MAX_CONCURRENCY = Key.number("graph.max-concurrency", 4, 1, 16);
    private static final Key<Integer> MAX_ATTEMPTS = Key.number("graph.max-attempts", 8, 1, 50);
    private static final Key<Boolean> ACTIVE_USERS = Key.flag("what.active-users", true);
    private static final Key<Boolean> DISTRIBUTION_GROUPS = Key.flag("what.distribution-groups", true);
    private static final Key<Boolean> SECURITY_GROUPS = Key.flag("what.security-groups", true);
    private static final Key<Boolean> MICROSOFT_365_GROUPS = Key.flag("what.microsoft-365-groups", false);
    private static final Key<Boolean> DYNAMIC_GROUPS = Key.flag("what.dynamic-groups", false);
    private static final Key<Boolean> ADD_USERS = Key.flag("how.add-users", true);
    private static final Key<Boolean> UPDATE_USERS = Key.flag("how.update-users", true);
    private static final Key<Boolean> ADD_GROUPS = Key.flag("how.add-groups", true);
    private static final Key<Boolean> UPDATE_GROUPS = Key.flag("how.update-groups", true);
    private static final Key<Boolean> REMOVE_USERS = Key.flag("how.remove-deleted-users", true);
    private static final Key<Boolean> REMOVE_GROUPS = Key.flag("how.remove-deleted-groups", true);
    private static final Key<Frequency> FREQUENCY = Key.choice("when.frequency", Frequency.class, "24h");
    private static final Key<NewUserRole> NEW_USER_ROLE = Key.choice("new-user-role", NewUserRole.class, "end-user");
    private static final Key<List<String>> DOMAINS = Key.list("domains", "");
    private static final Key<List<String>> IGNORED_DOMAINS = Key.list("ignored-domains", "*.onmicrosoft.com");
    private static final Key<List<String>> EXEMPT = Key.list("exempt", "");
    private static final Key<Integer> MAX_REMOVALS = Key.number("safeguard.max-removals", 100, 0, 1_000_000);
    private static final Key<Integer> MAX_REMOVAL_PERCENT = Key.number("safeguard.max-removal-percent", 10, 0, 100);

    private static final Key<String> DB_URL = Key.text("db.url", "jdbc:hsqldb:file:./data/directory");
    private static final Key<String> DB_USERNAME = Key.text("db.username", "sa");
    private static final Key<String> DB_PASSWORD = Key.secret("db.password");
    private static final Key<String> CONSOLE_USERNAME = Key.text("console.username", "operator");
    private static final Key<String> CONSOLE_PASSWORD = Key.secret("console.password");
    private static final Key<String> ROUTES_LOCATION = Key.text("routes.location", "classpath:routes");

    /** Every key that is read here; a key that is not documented, or documented and not read, fails a test. */
    public static final List<Key<?>> KEYS = List.of(
            PRIMARY_DOMAIN,
            CLIENT_ID,
            CLIENT_SECRET,
            CLIENT_SECRET_FILE,
            CERTIFICATE_FILE,
            CERTIFICATE_PASSWORD,
            CREDENTIAL,
            CLOUD,
            AUTHORITY_HOST,
            NO_DISCOVERY,
            SECRET_EXPIRES_ON,
            BASE_URL,
            PAGE_SIZE,
            MAX_CONCURRENCY,
            MAX_ATTEMPTS,
            ACTIVE_USERS,
            DISTRIBUTION_GROUPS,
            SECURITY_GROUPS,
            MICROSOFT_365_GROUPS,
            DYNAMIC_GROUPS,
            ADD_USERS,
            UPDATE_USERS,
            ADD_GROUPS,
            UPDATE_GROUPS,
            REMOVE_USERS,
            REMOVE_GROUPS,
            FREQUENCY,
            NEW_USER_ROLE,
            DOMAINS,
            IGNORED_DOMAINS,
            EXEMPT,
            MAX_REMOVALS,
            MAX_REMOVAL_PERCENT,
            DB_URL,
            DB_USERNAME,
            DB_PASSWORD,
            CONSOLE_USERNAME,
            CONSOLE_PASSWORD,
            ROUTES_LOCATION);

    /**
     * Reads and checks all settings.
     *
     * @param source the configured text of a key (without prefix), or null where none is configured
     * @throws InvalidSettingException for the first value that is not allowed
     */
    public static Settings read(UnaryOperator<@Nullable String> source) {
        return new Reader(source).settings();
    }

    private static Key<Path> file(String name) {
        return new Key<>(name, "", "the path of a readable file", false, text -> {
            Path path = Path.of(text);
            if (!path.toFile().canRead()) {
                throw new IllegalArgumentException();
            }
            return path;
        });
    }

    private static Key<URI> url(String name, String scheme) {
        Function<String, URI> reader = text -> {
            URI uri = URI.create(text.replaceAll("/+$", ""));
            if (uri.getHost() == null
                    || uri.getScheme() == null
                    || !uri.getScheme().matches(scheme)) {
                throw new IllegalArgumentException();
            }
            return uri;
        };
        String allowed = scheme.equals("https") ? "an https URL" : "an http or https URL";
        return new Key<>(name, "", allowed, false, reader);
    }

    /** Reads one source; a method per group keeps the keys beside what they become. */
    private record Reader(UnaryOperator<@Nullable String> source) {
        Settings settings() {
            return new Settings(
                    entra(),
                    graph(),
                    what(),
                    how(),
                    new When(value(FREQUENCY)),
                    directory(),
                    safeguard(),
                    database(),
                    new Console(value(CONSOLE_USERNAME), optional(CONSOLE_PASSWORD)),
                    value(ROUTES_LOCATION));
        }

        private Entra entra() {
            Cloud cloud = value(CLOUD);
            URI authority = optional(AUTHORITY_HOST);
            return new Entra(
                    optional(PRIMARY_DOMAIN),
                    optional(CLIENT_ID),
                    optional(CLIENT_SECRET),
                    optional(CLIENT_SECRET_FILE),
                    optional(CERTIFICATE_FILE),
                    optional(CERTIFICATE_PASSWORD),
                    value(CREDENTIAL),
                    authority == null ? cloud.authorityHost() : authority.toString(),
                    value(NO_DISCOVERY),
                    optional(SECRET_EXPIRES_ON),
                    URI.create(cloud.graphUrl()).resolve("/.default").toString());
        }

        private Graph graph() {
            URI configured = optional(BASE_URL);
            URI baseUrl = configured == null ? URI.create(value(CLOUD).graphUrl()) : configured;
            return new Graph(baseUrl, value(PAGE_SIZE), value(MAX_CONCURRENCY), value(MAX_ATTEMPTS));
        }

        private What what() {
            return new What(
                    value(ACTIVE_USERS),
                    value(DISTRIBUTION_GROUPS),
                    value(SECURITY_GROUPS),
                    value(MICROSOFT_365_GROUPS),
                    value(DYNAMIC_GROUPS));
        }

        private How how() {
            return new How(
                    value(ADD_USERS),
                    value(UPDATE_USERS),
                    value(ADD_GROUPS),
                    value(UPDATE_GROUPS),
                    value(REMOVE_USERS),
                    value(REMOVE_GROUPS));
        }

        private Directory directory() {
            return new Directory(value(NEW_USER_ROLE), values(DOMAINS), values(IGNORED_DOMAINS), values(EXEMPT));
        }

        private Database database() {
            String password = optional(DB_PASSWORD);
            return new Database(value(DB_URL), value(DB_USERNAME), password == null ? "" : password);
        }

        private Safeguard safeguard() {
            return new Safeguard(value(MAX_REMOVALS), value(MAX_REMOVAL_PERCENT));
        }

        private <T> T value(Key<T> key) {
            return Objects.requireNonNull(optional(key), key.name());
        }

        private <T> @Nullable T optional(Key<T> key) {
            return key.read(source.apply(key.name()));
        }

        private List<String> values(Key<List<String>> key) {
            List<String> values = optional(key);
            return values == null ? List.of() : new ArrayList<>(values);
        }
    }
}
