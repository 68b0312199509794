package io.entrasync.connection;

import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which application permissions the product uses, and which of them the tenant has granted. */
public final class Permissions {
    private static final List<Permission> USED = List.of(
            required("User.Read.All", "reading users"),
            required("GroupMember.Read.All", "reading groups and their members"),
            optional("Domain.Read.All", "naming verified mail domains that are not registered"),
            optional("Application.Read.All", "warning before the client secret expires"),
            optional("MailboxSettings.Read", "recognising shared mailboxes"),
            optional("Member.Read.Hidden", "reading members of groups with hidden membership"));

    private Permissions() {}

    /**
     * All permissions that are used, with what was granted. A token that says nothing (none, or an opaque one) leaves
     * nothing missing: Graph itself refuses what is not granted.
     */
    public static List<Permission> evaluate(TokenClaims claims) {
        Set<String> granted = claims.roles().stream().map(Permissions::reading).collect(Collectors.toSet());
        return USED.stream()
                .map(used -> new Permission(
                        used.name(),
                        !claims.readable() || covered(used.name(), granted),
                        used.required(),
                        used.neededFor()))
                .toList();
    }

    /** Whether the token carries the permission; empty where it says nothing. */
    public static Optional<Boolean> granted(TokenClaims claims, String name) {
        return claims.readable()
                ? evaluate(claims).stream()
                        .filter(permission -> permission.name().equals(name))
                        .map(Permission::granted)
                        .findFirst()
                : Optional.empty();
    }

    /** Says which required permissions are missing and what for; empty if a sync can read all it needs. */
    public static Optional<Problem> missingRequired(TokenClaims claims) {
        String missing = evaluate(claims).stream()
                .filter(permission -> permission.required() && !permission.granted())
                .map(permission -> permission.name() + " (" + permission.neededFor() + ")")
                .collect(Collectors.joining(", "));
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                claims.roles().isEmpty()
                        ? Problem.of(
                                ProblemCode.CONSENT_MISSING,
                                "The token carries no application permission at all; needed: " + missing + ".")
                        : Problem.of(ProblemCode.PERMISSION_MISSING, "Missing: " + missing + "."));
    }

    private static boolean covered(String name, Set<String> granted) {
        return granted.contains(name)
                || switch (name) {
                    case "User.Read.All", "Domain.Read.All" -> granted.contains("Directory.Read.All");
                    case "GroupMember.Read.All" ->
                        granted.contains("Group.Read.All") || granted.contains("Directory.Read.All");
                    default -> false;
                };
    }

    /** Permission to write contains permission to read: {@code User.ReadWrite.All} counts for {@code User.Read.All}. */
    private static String reading(String role) {
        return role.replace(".ReadWrite", ".Read");
    }

    private static Permission required(String name, String neededFor) {
        return new Permission(name, false, true, neededFor);
    }

    private static Permission optional(String name, String neededFor) {
        return new Permission(name, false, false, neededFor);
    }
}
