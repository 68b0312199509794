package io.entrasync.connection;

import com.azure.identity.CredentialUnavailableException;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;

/**
 * What a failed sign-in means, told from the exceptions of azure-identity.
 *
 * @param problem code by AADSTS code, else by OAuth {@code error}; its detail holds no secret and no token
 * @param retryable whether the trouble may pass by itself
 */
record SignInProblem(Problem problem, boolean retryable) {

    /**
     * @param failure whatever azure-identity threw, from a builder or from the sign-in itself
     * @param authorityHost where the sign-in went, for the detail
     */
    static SignInProblem of(Throwable failure, String authorityHost) {
        List<Throwable> chain = chain(failure);
        String said =
                chain.stream().map(Throwable::getMessage).map(String::valueOf).collect(Collectors.joining(" "));
        Set<Integer> codes = EntraErrors.codesIn(said);
        boolean retryable = EntraErrors.isPassing(codes) || isPassing(chain);
        ProblemCode code = retryable ? ProblemCode.SIGN_IN_FAILED : code(chain, codes, said);
        String answer = codes.isEmpty() ? reason(chain) : EntraAnswer.describe(said);
        return new SignInProblem(Problem.of(code, "Signing in at " + authorityHost + " failed: " + answer), retryable);
    }

    private static ProblemCode code(List<Throwable> chain, Set<Integer> codes, String said) {
        if (!codes.isEmpty()) {
            return EntraErrors.meaning(codes);
        }
        // azure-identity checks what it is given before it asks anybody
        if (said.contains("Invalid tenant id")) {
            return ProblemCode.TENANT_UNKNOWN;
        }
        if (said.contains("Must provide non-null values")) {
            return ProblemCode.NOT_CONFIGURED;
        }
        return refusal(chain)
                .map(refusal -> EntraErrors.meaningOfError(refusal.error()))
                .orElse(ProblemCode.SIGN_IN_FAILED);
    }

    private static Optional<EntraRefusalException> refusal(List<Throwable> chain) {
        return first(chain, EntraRefusalException.class::isInstance).map(EntraRefusalException.class::cast);
    }

    private static boolean isPassing(List<Throwable> chain) {
        return refusal(chain)
                .map(EntraRefusalException::isPassing)
                .orElseGet(() -> chain.stream().noneMatch(SignInProblem::isLasting)
                        && chain.stream().anyMatch(SignInProblem::isNetwork));
    }

    private static boolean isNetwork(Throwable link) {
        return link instanceof IOException || link instanceof TimeoutException;
    }

    /** What trying again does not mend, though the libraries report it as input and output failing. */
    private static boolean isLasting(Throwable link) {
        return link instanceof CredentialUnavailableException
                || link instanceof SSLHandshakeException
                || link instanceof FileSystemException;
    }

    /** Names the failure of the network, else the innermost cause: what is around it only repeats or wraps it. */
    private static String reason(List<Throwable> chain) {
        Throwable root = chain.get(chain.size() - 1);
        Throwable said = first(chain, CredentialUnavailableException.class::isInstance)
                .or(() -> first(chain, SignInProblem::isNetwork))
                .orElse(root);
        String message = said.getMessage() == null ? "" : said.getMessage();
        if (isWorded(said) && !message.isEmpty()) {
            return EntraAnswer.clean(message);
        }
        String below = said == root ? "" : " (" + root.getClass().getSimpleName() + ")";
        return EntraAnswer.clean(said.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message) + below);
    }

    /** Whether the message stands for itself; others say little without the exception's name. */
    private static boolean isWorded(Throwable said) {
        return said instanceof EntraRefusalException
                || said instanceof CredentialUnavailableException
                || said instanceof IllegalArgumentException;
    }

    private static Optional<Throwable> first(List<Throwable> chain, Predicate<Throwable> wanted) {
        return chain.stream().filter(wanted).findFirst();
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable link = failure; link != null && chain.add(link); ) {
            link = link.getCause();
        }
        return List.copyOf(chain);
    }
}
