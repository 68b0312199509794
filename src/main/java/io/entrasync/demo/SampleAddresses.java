package io.entrasync.demo;

import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gives addresses that nobody in the tenant has yet, as Exchange would. */
final class SampleAddresses {
    private final GraphTenant tenant;

    SampleAddresses(GraphTenant tenant) {
        this.tenant = tenant;
    }

    /** The address if it is free, else the same with the next free number behind the name. */
    String free(String name, String domain) {
        String local = name.toLowerCase(Locale.ROOT);
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> local + (number == 1 ? "" : number) + "@" + domain.toLowerCase(Locale.ROOT))
                .filter(this::isFree)
                .findFirst()
                .orElseThrow();
    }

    private boolean isFree(String address) {
        Stream<TenantUser> users = tenant.users().stream();
        return users.flatMap(user -> ProxyAddresses.orNone(user.proxyAddresses()).stream())
                .noneMatch(entry -> entry.equalsIgnoreCase("smtp:" + address));
    }
}
