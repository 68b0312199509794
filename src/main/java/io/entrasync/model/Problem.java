package io.entrasync.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in the words that console, API, mail, log and command line all show.
 *
 * @param code stable code, see {@link ProblemCode}
 * @param title what the code means, one sentence
 * @param detail what happened this time; never holds a secret or a token
 * @param remedy what to do next, one sentence
 * @param domains the unregistered domains of {@link ProblemCode#UNREGISTERED_DOMAINS}, else empty
 * @param graphRequestId Graph's {@code request-id} header, for Microsoft's support; null if Graph did not answer
 */
public record Problem(
        ProblemCode code,
        String title,
        String detail,
        String remedy,
        List<UnregisteredDomain> domains,
        @Nullable String graphRequestId) {

    /**
     * A mail domain that people in the tenant use as primary domain and that the service does not know.
     *
     * @param name the domain in ASCII (IDN) form
     * @param users users whose primary address is in it
     * @param groups groups whose primary address is in it
     * @param aliases further addresses in it, of anybody
     */
    public record UnregisteredDomain(String name, int users, int groups, int aliases) {}

    public static Problem of(ProblemCode code, String detail) {
        return new Problem(code, code.title(), detail, code.remedy(), List.of(), null);
    }

    public Problem withGraphRequestId(@Nullable String requestId) {
        return new Problem(code, title, detail, remedy, domains, requestId);
    }

    public Problem withDomains(List<UnregisteredDomain> unregistered) {
        return new Problem(code, title, detail, remedy, List.copyOf(unregistered), graphRequestId);
    }
}
