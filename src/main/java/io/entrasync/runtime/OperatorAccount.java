package io.entrasync.runtime;

import io.entrasync.settings.Settings;
import io.entrasync.store.OperatorStore;
import java.security.SecureRandom;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;

/** The local operator's login: with the configured password, or one that is made up at the first start. */
public final class OperatorAccount {
    private static final Logger LOG = LoggerFactory.getLogger(OperatorAccount.class);
    /** Without what is easily mistaken for another. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;

    private final OperatorStore store;
    private final PasswordEncoder encoder;
    private final SecureRandom random = new SecureRandom();

    public OperatorAccount(OperatorStore store, PasswordEncoder encoder) {
        this.store = store;
        this.encoder = encoder;
    }

    /** The hash that a password at login must match. */
    public String passwordHash(Settings.Console console) {
        String configured = console.password();
        return configured == null ? stored(console.username()) : encoder.encode(configured);
    }

    private String stored(String username) {
        Optional<String> known = store.passwordHash(username);
        if (known.isPresent()) {
            return known.get();
        }
        String password = madeUp();
        // another node may have made up its own meanwhile: the first one counts
        if (store.keep(username, encoder.encode(password))) {
            LOG.warn(
                    "The password of the local operator \"{}\" is {} - it is shown this once; set"
                            + " entrasync.console.password to choose another",
                    username,
                    password);
        }
        return store.passwordHash(username).orElseThrow();
    }

    private String madeUp() {
        StringBuilder password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
