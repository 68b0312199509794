package io.entrasync.connection;

import com.azure.identity.CredentialUnavailableException;
import com.microsoft.aad.msal4j.MsalException;
import io.entrasync.model.Problem;
import io.entrasync.model.ProblemCode;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        String said = chain.stream()
                .map(Throwable::getMessage)
                .filter(message -> message != null && !message.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
        Set<Integer> codes = EntraErrors.codesIn(said);
        boolean retryable = codes.isEmpty() ? isPassing(chain) : EntraErrors.isPassing(codes) || isUnavailable(chain);
        ProblemCode code = retryable ? ProblemCode.SIGN_IN_FAILED : code(chain, codes, said);
        String answer = codes.isEmpty() ? reason(chain) : EntraAnswer.describe(said);
        return new SignInProblem(Problem.of(code, "Signing in at " + authorityHost + " failed: " + answer), retryable);
    }

    private static ProblemCode code(List<Throwable> chain, Set<Integer> codes, String said) {
        if (!codes.isEmpty()) {
            return EntraErrors.meaning(codes);
        }
        // azure-identity checks the characters of a tenant before it asks anybody
        if (said.contains("Invalid tenant id")) {
            return ProblemCode.TENANT_UNKNOWN;
        }
        return chain.stream()
                .filter(MsalException.class::isInstance)
                .map(link -> ((MsalException) link).errorCode())
                .map(EntraErrors::meaningOfError)
                .findFirst()
                .orElse(ProblemCode.SIGN_IN_FAILED);
    }

    private static boolean isPassing(List<Throwable> chain) {
        boolean settled = chain.stream()
                .anyMatch(link ->
                        link instanceof CredentialUnavailableException || link instanceof SSLHandshakeException);
        return !settled
                && chain.stream().anyMatch(link -> link instanceof IOException || link instanceof TimeoutException);
    }

    private static boolean isUnavailable(List<Throwable> chain) {
        return chain.stream().anyMatch(EntraUnavailableException.class::isInstance);
    }

    /** The innermost cause says most: the outer ones only repeat or wrap it. */
    private static String reason(List<Throwable> chain) {
        Throwable root = chain.get(chain.size() - 1);
        Stream<String> words = Stream.of(root.getClass().getSimpleName(), root.getMessage());
        return EntraAnswer.clean(words.filter(word -> word != null).collect(Collectors.joining(": ")));
    }

    private static List<Throwable> chain(Throwable failure) {
        Set<Throwable> chain = new LinkedHashSet<>();
        for (Throwable link = failure; link != null && chain.add(link); ) {
            link = link.getCause();
        }
        return List.copyOf(chain);
    }
}
