package io.entrasync.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
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
        Whom whom,
        Safeguard safeguard,
        Summary summary,
        MailSettings mail,
        Database database,
        Console console,
        String routesLocation) {

    /** The same settings, but for what is synced and how. */
    public Settings with(What otherWhat, How otherHow) {
        return new Settings(
                entra,
                graph,
                otherWhat,
                otherHow,
                when,
                directory,
                whom,
                safeguard,
                summary,
                mail,
                database,
                console,
                routesLocation);
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
            boolean bySurroundings = credential == Credential.NONE
                    || credential == Credential.MANAGED_IDENTITY
                    || credential == Credential.WORKLOAD_IDENTITY;
            return bySurroundings || (primaryDomain != null && clientId != null);
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

    /** Whether to find out which mailboxes are shared. */
    public enum SharedMailboxes {
        AUTO,
        TRUE,
        FALSE
    }

    /** Which of the tenant's users and groups are brought over, whatever their kind. */
    public record Whom(SharedMailboxes sharedMailboxes, Filters filters) {}

    /** Where the directory is kept; the URL as the operator wrote it. */
    public record Database(String url, String username, String password) {
        /** The password stays out of logs and messages. */
        @Override
        public String toString() {
            return "Database[" + Key.withoutPassword(url) + "]";
        }
    }

    /**
     * The local operator's account.
     *
     * @param password null: one is made up at the first start
     * @param publicUrl where people reach the console, without a slash at the end
     */
    public record Console(String username, @Nullable String password, String publicUrl, MicrosoftSignIn microsoft) {
        /** The password stays out of logs and messages. */
        @Override
        public String toString() {
            return "Console[" + username + "]";
        }
    }

    public record Safeguard(int maxRemovals, int maxRemovalPercent) {}

    /**
     * The daily summary.
     *
     * @param techContact the address that must receive it; null for none
     * @param grace how long scheduled runs go on without a tech contact
     * @param at when it is sent, in the zone
     */
    public record Summary(@Nullable String techContact, Duration grace, LocalTime at, ZoneId zone) {}

    /**
     * Reads and checks all settings.
     *
     * @param source the configured text of a key (without prefix), or null where none is configured
     * @throws InvalidSettingException for the first value that is not allowed
     */
    public static Settings read(UnaryOperator<@Nullable String> source) {
        return new SettingsReader(key -> key.read(source.apply(key.name()))).settings();
    }
}
