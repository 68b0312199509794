package io.entrasync.connection;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.entrasync.model.ProblemException;
import io.entrasync.settings.Settings;
import io.entrasync.settings.Settings.Credential;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives the access token for Graph: signs in when there is none, and keeps it until shortly before its end. One object
 * serves the whole process, from any thread.
 */
public final class GraphTokens implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Supplier<Settings.Entra> settings;
    private final Clock clock;
    private @Nullable Credentials credentials;

    private @Nullable SignedIn signedIn;
    private @Nullable AccessToken token;

    /** The credential object and what it was made of. */
    private record SignedIn(Settings.Entra entra, Identity identity, TokenCredential credential) {}

    /** @param settings asked on every call, so that a changed setting counts from the next call on */
    public GraphTokens(Supplier<Settings.Entra> settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * The token to send, or null with credential {@code none}.
     *
     * @throws SignInException if Entra gives none
     * @throws ProblemException NOT_CONFIGURED if settings or their files do not suffice to ask
     */
    public synchronized @Nullable String bearer() {
        Settings.Entra entra = settings.get();
        if (entra.credential() == Credential.NONE) {
            renew();
            return null;
        }
        if (signedIn != null && !signedIn.entra().equals(entra)) {
            renew();
        }
        AccessToken kept = token;
        if (kept == null || isEnding(kept)) {
            kept = signIn(entra);
            token = kept;
        }
        return kept.getToken();
    }

    /** Signs in anew at the next call, for instance to see a permission that was granted meanwhile. */
    public synchronized void renew() {
        token = null;
        // azure-identity keeps the token too, and would give the same one again
        signedIn = null;
    }

    /**
     * Like {@link #renew()}, unless that has been done already: of many calls that Graph refuses at once with one token,
     * only the first has an effect.
     *
     * @param bearer the token that Graph answered 401 to
     */
    public synchronized void refused(@Nullable String bearer) {
        if (token != null && token.getToken().equals(bearer)) {
            renew();
        }
    }

    /** Lets go of the HTTP client, whose thread ends when nobody holds it. */
    @Override
    public synchronized void close() {
        renew();
        credentials = null;
    }

    private boolean isEnding(AccessToken kept) {
        return !clock.instant().isBefore(kept.getExpiresAt().toInstant().minus(MARGIN));
    }

    private AccessToken signIn(Settings.Entra entra) {
        Identity identity = Identity.of(entra);
        try {
            SignedIn with = signedIn;
            if (with == null || !with.identity().equals(identity)) {
                credentials = credentials == null ? new Credentials() : credentials;
                with = new SignedIn(entra, identity, credentials.of(entra, identity));
                signedIn = with;
            }
            return with.credential().getTokenSync(new TokenRequestContext().addScopes(entra.scope()));
        } catch (RuntimeException refusal) {
            throw new SignInException(SignInProblem.of(refusal, entra.authorityHost()));
        }
    }
}
