package io.entrasync.demo;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What happens in the sample company, one round after the other, without end. The first round alone gives a sync
 * something to add, update, disable and delete; more people come than go, so that nobody is ever missing for a part.
 */
final class SampleChanges {
    private final List<Supplier<Stream<String>>> rounds;
    private int done;

    SampleChanges(GraphTenant tenant) {
        SampleStaff staff = new SampleStaff(tenant);
        SampleTeams teams = new SampleTeams(tenant, staff);
        rounds = List.of(
                () -> Stream.of(
                        staff.join(), staff.join(), staff.leave(), staff.delete(), staff.rename(), teams.swapMember()),
                () -> Stream.of(staff.move(), teams.found(), staff.rename(), teams.swapMember(), staff.join()),
                () -> Stream.of(teams.dissolve(), staff.joinInNewDomain(), staff.move(), staff.leave()),
                () -> Stream.of(staff.join(), staff.leave(), staff.delete(), staff.join(), teams.swapMember()),
                () -> Stream.of(staff.comeBack(), staff.rename(), teams.found(), staff.move()),
                () -> Stream.of(teams.rename(), teams.dissolve(), staff.join(), teams.swapMember()));
    }

    List<String> next() {
        return rounds.get(done++ % rounds.size()).get().toList();
    }
}
