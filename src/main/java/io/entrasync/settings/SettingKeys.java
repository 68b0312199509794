package io.entrasync.settings;

import io.entrasync.settings.Settings.Cloud;
import io.entrasync.settings.Settings.Credential;
import io.entrasync.settings.Settings.NewUserRole;
import io.entrasync.settings.Settings.SharedMailboxes;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Every setting by its key, with default and allowed values; {@code entrasync.properties} documents the same. */
public final class SettingKeys {
    static final Key<String> PRIMARY_DOMAIN = Key.text("entra.primary-domain", "");
    static final Key<String> CLIENT_ID = Key.text("entra.client-id", "");
    static final Key<String> CLIENT_SECRET = Key.secret("entra.client-secret");
    static final Key<Path> CLIENT_SECRET_FILE = Key.file("entra.client-secret-file");
    static final Key<Path> CERTIFICATE_FILE = Key.file("entra.certificate-file");
    static final Key<String> CERTIFICATE_PASSWORD = Key.secret("entra.certificate-password");
    static final Key<Credential> CREDENTIAL = Key.choice("entra.credential", Credential.class, "auto");
    static final Key<Cloud> CLOUD = Key.choice("entra.cloud", Cloud.class, "global");
    static final Key<URI> AUTHORITY_HOST = Key.url("entra.authority-host", "https", "");
    static final Key<Boolean> NO_DISCOVERY = Key.flag("entra.disable-instance-discovery", false);
    static final Key<LocalDate> SECRET_EXPIRES_ON = Key.date("entra.secret-expires-on");
    static final Key<URI> BASE_URL = Key.url("graph.base-url", "https?", "");
    static final Key<Integer> PAGE_SIZE = Key.number("graph.page-size", 999, 1, 999);
    static final Key<Integer> MAX_CONCURRENCY = Key.number("graph.max-concurrency", 4, 1, 16);
    static final Key<Integer> MAX_ATTEMPTS = Key.number("graph.max-attempts", 8, 1, 50);
    static final Key<Boolean> ACTIVE_USERS = Key.flag("what.active-users", true);
    static final Key<Boolean> DISTRIBUTION_GROUPS = Key.flag("what.distribution-groups", true);
    static final Key<Boolean> SECURITY_GROUPS = Key.flag("what.security-groups", true);
    static final Key<Boolean> MICROSOFT_365_GROUPS = Key.flag("what.microsoft-365-groups", false);
    static final Key<Boolean> DYNAMIC_GROUPS = Key.flag("what.dynamic-groups", false);
    static final Key<Boolean> ADD_USERS = Key.flag("how.add-users", true);
    static final Key<Boolean> UPDATE_USERS = Key.flag("how.update-users", true);
    static final Key<Boolean> ADD_GROUPS = Key.flag("how.add-groups", true);
    static final Key<Boolean> UPDATE_GROUPS = Key.flag("how.update-groups", true);
    static final Key<Boolean> REMOVE_USERS = Key.flag("how.remove-deleted-users", true);
    static final Key<Boolean> REMOVE_GROUPS = Key.flag("how.remove-deleted-groups", true);
    static final Key<Frequency> FREQUENCY = Key.choice("when.frequency", Frequency.class, "24h");
    static final Key<NewUserRole> NEW_USER_ROLE = Key.choice("new-user-role", NewUserRole.class, "end-user");
    static final Key<List<String>> DOMAINS = Key.list("domains", "");
    static final Key<List<String>> IGNORED_DOMAINS = Key.list("ignored-domains", "*.onmicrosoft.com");
    static final Key<List<String>> EXEMPT = Key.list("exempt", "");
    static final Key<SharedMailboxes> SHARED_MAILBOXES = Key.choice("shared-mailboxes", SharedMailboxes.class, "auto");
    static final Key<List<String>> INCLUDE_GROUPS = Key.list("filter.include-groups", "");
    static final Key<List<String>> EXCLUDE_GROUPS = Key.list("filter.exclude-groups", "");
    static final Key<List<AttributeFilter>> INCLUDE = AttributeFilter.key("filter.include");
    static final Key<List<AttributeFilter>> EXCLUDE = AttributeFilter.key("filter.exclude");
    static final Key<String> TECH_CONTACT = Key.mailAddress("tech-contact");
    static final Key<Duration> TECH_CONTACT_GRACE = Key.duration("tech-contact-grace", "7d");
    static final Key<Integer> MAX_REMOVALS = Key.number("safeguard.max-removals", 100, 0, 1_000_000);
    static final Key<Integer> MAX_REMOVAL_PERCENT = Key.number("safeguard.max-removal-percent", 10, 0, 100);

    static final Key<LocalTime> REPORT_AT = Key.time("report.at", "07:00");
    static final Key<ZoneId> REPORT_ZONE = Key.zone("report.zone");

    static final Key<String> MAIL_HOST = Key.text("mail.host", "");
    static final Key<Integer> MAIL_PORT = Key.number("mail.port", 587, 1, 65_535);
    static final Key<String> MAIL_USERNAME = Key.text("mail.username", "");
    static final Key<String> MAIL_PASSWORD = Key.secret("mail.password");
    static final Key<MailSettings.Tls> MAIL_TLS = Key.choice("mail.tls", MailSettings.Tls.class, "starttls");
    static final Key<String> MAIL_FROM = Key.mailAddress("mail.from");
    static final Key<String> MAIL_TEMPLATES = Key.text("mail.templates", "classpath:mail");

    static final Key<String> DB_URL = Key.database("db.url", "jdbc:hsqldb:file:./data/directory");
    static final Key<String> DB_USERNAME = Key.text("db.username", "sa");
    static final Key<String> DB_PASSWORD = Key.secret("db.password");
    static final Key<String> CONSOLE_USERNAME = Key.text("console.username", "operator");
    static final Key<String> CONSOLE_PASSWORD = Key.secret("console.password");
    static final Key<URI> PUBLIC_URL = Key.url("console.public-url", "https?", "http://localhost:8080");
    static final Key<MicrosoftLogin> MICROSOFT_LOGIN =
            Key.choice("console.microsoft-login", MicrosoftLogin.class, "false");
    static final Key<String> MICROSOFT_CLIENT_ID = Key.text("console.microsoft-client-id", "");
    static final Key<String> MICROSOFT_CLIENT_SECRET = Key.secret("console.microsoft-client-secret");
    static final Key<SecretBox> KEY_FILE = SecretBox.key("settings.key-file");
    static final Key<String> ROUTES_LOCATION = Key.text("routes.location", "classpath:routes");

    /** Every key that is read; a key that is not documented, or documented and not read, fails a test. */
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
            SHARED_MAILBOXES,
            INCLUDE_GROUPS,
            EXCLUDE_GROUPS,
            INCLUDE,
            EXCLUDE,
            TECH_CONTACT,
            TECH_CONTACT_GRACE,
            MAX_REMOVALS,
            MAX_REMOVAL_PERCENT,
            REPORT_AT,
            REPORT_ZONE,
            MAIL_HOST,
            MAIL_PORT,
            MAIL_USERNAME,
            MAIL_PASSWORD,
            MAIL_TLS,
            MAIL_FROM,
            MAIL_TEMPLATES,
            DB_URL,
            DB_USERNAME,
            DB_PASSWORD,
            CONSOLE_USERNAME,
            CONSOLE_PASSWORD,
            PUBLIC_URL,
            MICROSOFT_LOGIN,
            MICROSOFT_CLIENT_ID,
            MICROSOFT_CLIENT_SECRET,
            KEY_FILE,
            ROUTES_LOCATION);

    /** Documented settings of features that do not read them here: no typing errors. A key that is read leaves this list. */
    static final List<String> RESERVED = List.of("graph.full-read-every", "retention");

    /** Settings with several values, which are never absent but may be empty. */
    static final Set<Key<?>> LISTS =
            Set.of(DOMAINS, IGNORED_DOMAINS, EXEMPT, INCLUDE_GROUPS, EXCLUDE_GROUPS, INCLUDE, EXCLUDE);

    private static final Pattern WRITABLE =
            Pattern.compile("entra\\.(primary-domain|client-id|client-secret|secret-expires-on)"
                    + "|(what|how|when|filter|safeguard|report)\\..+|new-user-role|ignored-domains|shared-mailboxes"
                    + "|tech-contact(-grace)?|console\\.microsoft-login");

    private SettingKeys() {}

    static Optional<Key<?>> find(String name) {
        return KEYS.stream()
                .<Key<?>>map(key -> key)
                .filter(key -> key.name().equals(name))
                .findFirst();
    }

    /** Whether the setting can be changed while the product runs. */
    static boolean isWritable(Key<?> key) {
        return WRITABLE.matcher(key.name()).matches();
    }
}
