package io.entrasync.connection;

import static java.util.Map.entry;

import io.entrasync.model.ProblemCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the AADSTS codes and OAuth errors of Entra's token endpoint mean to an operator. */
final class EntraErrors {
    private static final Pattern AADSTS = Pattern.compile("AADSTS(\\d{4,9})");

    /** Trouble at Entra's side that passes by itself, or a tenant that is asked too often. */
    private static final Set<Integer> PASSING = Set.of(90033, 90006, 90012, 90024, 90055);

    /** From specific to general: when an answer names several codes, the first one in this list tells most. */
    private static final List<Map.Entry<Integer, ProblemCode>> MEANINGS = List.of(
            entry(7000222, ProblemCode.SECRET_EXPIRED),
            entry(7000112, ProblemCode.APPLICATION_DISABLED),
            entry(53003, ProblemCode.ACCESS_BLOCKED),
            entry(65001, ProblemCode.CONSENT_MISSING),
            entry(700016, ProblemCode.APPLICATION_UNKNOWN),
            entry(7000229, ProblemCode.APPLICATION_UNKNOWN), // no service principal in this tenant
            entry(90002, ProblemCode.TENANT_UNKNOWN),
            entry(900023, ProblemCode.TENANT_UNKNOWN),
            entry(90038, ProblemCode.TENANT_UNKNOWN), // the tenant is in another cloud
            entry(50059, ProblemCode.TENANT_UNKNOWN), // no tenant given
            entry(50194, ProblemCode.TENANT_UNKNOWN),
            entry(9001023, ProblemCode.TENANT_UNKNOWN),
            entry(7000215, ProblemCode.SECRET_WRONG),
            entry(7000216, ProblemCode.SECRET_WRONG),
            entry(7000218, ProblemCode.SECRET_WRONG),
            entry(700027, ProblemCode.SECRET_WRONG),
            entry(700024, ProblemCode.SECRET_WRONG), // assertion outside its time: clocks differ
            entry(700021, ProblemCode.SECRET_WRONG),
            entry(700023, ProblemCode.SECRET_WRONG),
            entry(70021, ProblemCode.SECRET_WRONG), // no federated credential matches
            entry(700211, ProblemCode.SECRET_WRONG),
            entry(700212, ProblemCode.SECRET_WRONG),
            entry(700213, ProblemCode.SECRET_WRONG),
            entry(50012, ProblemCode.SECRET_WRONG),
            entry(70002, ProblemCode.SECRET_WRONG)); // the general "error validating credentials"

    private EntraErrors() {}

    static Set<Integer> codesIn(String text) {
        Set<Integer> codes = new LinkedHashSet<>();
        Matcher matcher = AADSTS.matcher(text);
        while (matcher.find()) {
            codes.add(Integer.valueOf(matcher.group(1)));
        }
        return codes;
    }

    static boolean isPassing(Set<Integer> codes) {
        return codes.stream().anyMatch(PASSING::contains);
    }

    static ProblemCode meaning(Set<Integer> codes) {
        return MEANINGS.stream()
                .filter(meaning -> codes.contains(meaning.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(ProblemCode.SIGN_IN_FAILED);
    }

    /** For answers without any AADSTS code, as proxies and other identity servers give them. */
    static ProblemCode meaningOfError(@Nullable String error) {
        return switch (error == null ? "" : error) {
            case "invalid_client" -> ProblemCode.SECRET_WRONG;
            case "unauthorized_client" -> ProblemCode.APPLICATION_UNKNOWN;
            case "invalid_tenant" -> ProblemCode.TENANT_UNKNOWN;
            case "consent_required" -> ProblemCode.CONSENT_MISSING;
            default -> ProblemCode.SIGN_IN_FAILED;
        };
    }
}
