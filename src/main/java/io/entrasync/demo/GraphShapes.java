package io.entrasync.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The shapes of users and groups in Graph v1.0. */
final class GraphShapes {
    static final GraphShape<TenantUser> USERS = new GraphShape<>(
            "users",
            userValues(),
            words("businessPhones displayName givenName jobTitle mail mobilePhone officeLocation preferredLanguage"
                    + " surname userPrincipalName"),
            Set.of("accountEnabled", "userType", "proxyAddresses"),
            Set.copyOf(words("businessPhones jobTitle officeLocation mailNickname otherMails companyName employeeId"
                    + " employeeType usageLocation assignedPlans onPremisesSyncEnabled createdDateTime creationType"
                    + " externalUserState identities onPremisesExtensionAttributes deletedDateTime city country state"
                    + " postalCode streetAddress faxNumber ageGroup onPremisesImmutableId")),
            TenantUser::more);

    static final GraphShape<TenantGroup> GROUPS = new GraphShape<>(
            "groups",
            groupValues(),
            words("deletedDateTime classification createdDateTime description displayName groupTypes mail mailEnabled"
                    + " mailNickname membershipRule membershipRuleProcessingState onPremisesSyncEnabled"
                    + " preferredLanguage proxyAddresses renewedDateTime securityEnabled theme visibility"),
            Set.of("mailEnabled", "securityEnabled", "groupTypes", "proxyAddresses"),
            Set.copyOf(words("deletedDateTime classification createdDateTime onPremisesSyncEnabled preferredLanguage"
                    + " renewedDateTime theme expirationDateTime isAssignableToRole securityIdentifier"
                    + " preferredDataLocation onPremisesSecurityIdentifier assignedLicenses uniqueName")),
            TenantGroup::more);

    private GraphShapes() {}

    private static Map<String, Function<TenantUser, @Nullable Object>> userValues() {
        Map<String, Function<TenantUser, @Nullable Object>> values = new LinkedHashMap<>();
        values.put("id", TenantUser::id);
        values.put("displayName", TenantUser::displayName);
        values.put("givenName", TenantUser::givenName);
        values.put("surname", TenantUser::surname);
        values.put("userPrincipalName", TenantUser::userPrincipalName);
        values.put("mail", TenantUser::mail);
        values.put("mobilePhone", TenantUser::mobilePhone);
        values.put("department", TenantUser::department);
        values.put("preferredLanguage", TenantUser::preferredLanguage);
        values.put("accountEnabled", TenantUser::accountEnabled);
        values.put("userType", TenantUser::userType);
        values.put("proxyAddresses", TenantUser::proxyAddresses);
        values.put("assignedLicenses", GraphShapes::licenses);
        return values;
    }

    private static Map<String, Function<TenantGroup, @Nullable Object>> groupValues() {
        Map<String, Function<TenantGroup, @Nullable Object>> values = new LinkedHashMap<>();
        values.put("id", TenantGroup::id);
        values.put("displayName", TenantGroup::displayName);
        values.put("description", TenantGroup::description);
        values.put("mail", TenantGroup::mail);
        values.put("mailNickname", TenantGroup::mailNickname);
        values.put("mailEnabled", TenantGroup::mailEnabled);
        values.put("securityEnabled", TenantGroup::securityEnabled);
        values.put("groupTypes", TenantGroup::groupTypes);
        values.put("membershipRule", TenantGroup::membershipRule);
        values.put("membershipRuleProcessingState", group -> group.membershipRule() == null ? null : "On");
        values.put("visibility", TenantGroup::visibility);
        values.put("proxyAddresses", TenantGroup::proxyAddresses);
        return values;
    }

    private static Object licenses(TenantUser user) {
        return user.assignedLicenses().stream()
                .map(sku -> Map.of("disabledPlans", List.of(), "skuId", sku))
                .collect(Collectors.toList());
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" ", -1)).toList();
    }
}
