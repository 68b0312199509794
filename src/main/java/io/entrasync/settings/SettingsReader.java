package io.entrasync.settings;

import io.entrasync.settings.Settings.Cloud;
import io.entrasync.settings.Settings.Database;
import io.entrasync.settings.Settings.Directory;
import io.entrasync.settings.Settings.Entra;
import io.entrasync.settings.Settings.Graph;
import io.entrasync.settings.Settings.How;
import io.entrasync.settings.Settings.Safeguard;
import io.entrasync.settings.Settings.What;
import io.entrasync.settings.Settings.When;
import io.entrasync.settings.Settings.Whom;
import java.net.URI;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Puts the values of keys together; a method per group keeps the keys beside what they become.
 *
 * @param values the value of a key, which its own reader has made; null where nothing is set
 */
record SettingsReader(Function<Key<?>, @Nullable Object> values) {
    Settings settings() {
        return new Settings(
                entra(),
                graph(),
                what(),
                how(),
                new When(value(SettingKeys.FREQUENCY)),
                directory(),
                whom(),
                safeguard(),
                summary(),
                mail(),
                database(),
                new Settings.Console(
                        value(SettingKeys.CONSOLE_USERNAME),
                        optional(SettingKeys.CONSOLE_PASSWORD),
                        value(SettingKeys.PUBLIC_URL).toString(),
                        microsoft()),
                value(SettingKeys.ROUTES_LOCATION));
    }

    /** Without an application of its own the login is that of the sync. */
    private MicrosoftSignIn microsoft() {
        String clientId = optional(SettingKeys.MICROSOFT_CLIENT_ID);
        String secret = optional(SettingKeys.MICROSOFT_CLIENT_SECRET);
        return new MicrosoftSignIn(
                value(SettingKeys.MICROSOFT_LOGIN),
                clientId == null ? optional(SettingKeys.CLIENT_ID) : clientId,
                secret == null ? optional(SettingKeys.CLIENT_SECRET) : secret);
    }

    private Entra entra() {
        Cloud cloud = value(SettingKeys.CLOUD);
        URI authority = optional(SettingKeys.AUTHORITY_HOST);
        return new Entra(
                optional(SettingKeys.PRIMARY_DOMAIN),
                optional(SettingKeys.CLIENT_ID),
                optional(SettingKeys.CLIENT_SECRET),
                optional(SettingKeys.CLIENT_SECRET_FILE),
                optional(SettingKeys.CERTIFICATE_FILE),
                optional(SettingKeys.CERTIFICATE_PASSWORD),
                value(SettingKeys.CREDENTIAL),
                authority == null ? cloud.authorityHost() : authority.toString(),
                value(SettingKeys.NO_DISCOVERY),
                optional(SettingKeys.SECRET_EXPIRES_ON),
                URI.create(cloud.graphUrl()).resolve("/.default").toString());
    }

    private Graph graph() {
        URI configured = optional(SettingKeys.BASE_URL);
        URI baseUrl = configured == null ? URI.create(value(SettingKeys.CLOUD).graphUrl()) : configured;
        return new Graph(
                baseUrl,
                value(SettingKeys.PAGE_SIZE),
                value(SettingKeys.MAX_CONCURRENCY),
                value(SettingKeys.MAX_ATTEMPTS));
    }

    private What what() {
        return new What(
                value(SettingKeys.ACTIVE_USERS),
                value(SettingKeys.DISTRIBUTION_GROUPS),
                value(SettingKeys.SECURITY_GROUPS),
                value(SettingKeys.MICROSOFT_365_GROUPS),
                value(SettingKeys.DYNAMIC_GROUPS));
    }

    private How how() {
        return new How(
                value(SettingKeys.ADD_USERS),
                value(SettingKeys.UPDATE_USERS),
                value(SettingKeys.ADD_GROUPS),
                value(SettingKeys.UPDATE_GROUPS),
                value(SettingKeys.REMOVE_USERS),
                value(SettingKeys.REMOVE_GROUPS));
    }

    private Directory directory() {
        return new Directory(
                value(SettingKeys.NEW_USER_ROLE),
                values(SettingKeys.DOMAINS),
                values(SettingKeys.IGNORED_DOMAINS),
                values(SettingKeys.EXEMPT));
    }

    private Whom whom() {
        return new Whom(
                value(SettingKeys.SHARED_MAILBOXES),
                new Filters(
                        values(SettingKeys.INCLUDE_GROUPS),
                        values(SettingKeys.EXCLUDE_GROUPS),
                        values(SettingKeys.INCLUDE),
                        values(SettingKeys.EXCLUDE)));
    }

    private Settings.Summary summary() {
        ZoneId zone = optional(SettingKeys.REPORT_ZONE);
        return new Settings.Summary(
                optional(SettingKeys.TECH_CONTACT),
                value(SettingKeys.TECH_CONTACT_GRACE),
                value(SettingKeys.REPORT_AT),
                zone == null ? ZoneId.systemDefault() : zone);
    }

    private MailSettings mail() {
        return new MailSettings(
                optional(SettingKeys.MAIL_HOST),
                value(SettingKeys.MAIL_PORT),
                optional(SettingKeys.MAIL_USERNAME),
                optional(SettingKeys.MAIL_PASSWORD),
                value(SettingKeys.MAIL_TLS),
                optional(SettingKeys.MAIL_FROM),
                value(SettingKeys.MAIL_TEMPLATES));
    }

    private Database database() {
        String password = optional(SettingKeys.DB_PASSWORD);
        return new Database(
                value(SettingKeys.DB_URL), value(SettingKeys.DB_USERNAME), password == null ? "" : password);
    }

    private Safeguard safeguard() {
        return new Safeguard(value(SettingKeys.MAX_REMOVALS), value(SettingKeys.MAX_REMOVAL_PERCENT));
    }

    private <T> T value(Key<T> key) {
        return Objects.requireNonNull(optional(key), key.name());
    }

    @SuppressWarnings("unchecked")
    private <T> @Nullable T optional(Key<T> key) {
        return (T) values.apply(key);
    }

    private <T> List<T> values(Key<List<T>> key) {
        List<T> values = optional(key);
        return values == null ? List.of() : new ArrayList<>(values);
    }
}
