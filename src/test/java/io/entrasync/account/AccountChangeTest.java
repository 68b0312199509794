package io.entrasync.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.entrasync.model.Account.DisabledBy;
import io.entrasync.model.Account.Kind;
import io.entrasync.model.Account.Role;
import io.entrasync.model.Account.Status;
import io.entrasync.model.ChangeRefusedException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AccountChangeTest {
    private static final AccountChange FUNCTIONAL = new AccountChange(null, Kind.FUNCTIONAL, null, null);
    private static final AccountChange USER = new AccountChange(null, Kind.USER, null, null);

    @Property
    void convertingThereAndBackGivesRoleAndDigestBack(@ForAll Role role, @ForAll boolean disabled) {
        boolean digest = role == Role.END_USER;
        AccountState before = state(Kind.USER, role, digest, disabled ? Status.DISABLED : Status.ACTIVE, true);
        Role named = role == Role.ADMIN ? Role.SILENT_USER : null;
        AccountState converted = new AccountChange(named, Kind.FUNCTIONAL, null, null).of(before);
        assertThat(converted.isConverted()).isTrue();
        assertThat(converted.role()).isEqualTo(Role.SILENT_USER);
        assertThat(converted.digest()).isFalse();
        assertThat(converted.status()).isEqualTo(Status.ACTIVE);
        assertThat(FUNCTIONAL.of(converted)).isEqualTo(converted);
        AccountState back = USER.of(converted);
        assertThat(back.kind()).isEqualTo(Kind.USER);
        assertThat(back.role()).isEqualTo(named == null ? role : named);
        assertThat(back.digest()).isEqualTo(digest);
        assertThat(back.formerRole()).isNull();
    }

    @Property
    void whatIsNotGivenStays(@ForAll Role role, @ForAll boolean digest) {
        AccountState before = state(Kind.USER, role, digest, Status.ACTIVE, true);
        assertThat(new AccountChange(null, null, null, null).of(before)).isEqualTo(before);
        AccountState blocked = new AccountChange(null, null, Status.DISABLED, null).of(before);
        assertThat(blocked.disabledBy()).isEqualTo(DisabledBy.OPERATOR);
        assertThat(blocked.role()).isEqualTo(role);
        assertThat(new AccountChange(null, null, Status.ACTIVE, null).of(blocked))
                .isEqualTo(before);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        AccountState unreachable = state(Kind.USER, Role.END_USER, true, Status.DISABLED, false);
        AccountState admin = state(Kind.USER, Role.ADMIN, false, Status.ACTIVE, true);
        AccountState functional = state(Kind.FUNCTIONAL, Role.SILENT_USER, false, Status.ACTIVE, true);
        refused(FUNCTIONAL, unreachable);
        refused(new AccountChange(null, null, Status.ACTIVE, null), unreachable);
        refused(FUNCTIONAL, admin);
        refused(new AccountChange(Role.END_USER, Kind.FUNCTIONAL, null, null), admin);
        refused(new AccountChange(null, Kind.FUNCTIONAL, Status.DISABLED, null), unreachable);
        refused(new AccountChange(Role.END_USER, null, null, null), functional);
    }

    private static void refused(AccountChange change, AccountState state) {
        assertThatThrownBy(() -> change.of(state)).isInstanceOf(ChangeRefusedException.class);
    }

    private static AccountState state(Kind kind, Role role, boolean digest, Status status, boolean reachable) {
        DisabledBy by = status == Status.DISABLED ? DisabledBy.SYNC : null;
        return new AccountState(kind, role, digest, status, by, false, reachable, null, null);
    }
}
