package io.entrasync.store;

import java.time.Clock;

/** Who logged in to the console, and who was refused, in the audit trail. */
public final class LoginStore {
    private final Directory directory;
    private final AuditStore audit;

    public LoginStore(Directory directory, Clock clock) {
        this.directory = directory;
        this.audit = new AuditStore(clock);
    }

    /** @param how with what they proved who they are, and from where */
    public void loggedIn(String actor, String how) {
        directory.jdbi().useHandle(handle -> audit.add(handle, actor, "LOGGED_IN", actor, how));
    }

    /** Nobody knows who it was, and what was typed as a name may be a password: only the place is kept. */
    public void refused(String address) {
        refused(address, "wrong name or password");
    }

    public void refused(String address, String why) {
        directory.jdbi().useHandle(handle -> audit.add(handle, "SYSTEM", "LOGIN_REFUSED", address, why));
    }
}
