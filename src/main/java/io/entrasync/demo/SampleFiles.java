package io.entrasync.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** Reads the sample company from {@code demo/users.json} and {@code demo/groups.json}. */
final class SampleFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SampleFiles() {}

    static GraphTenant fill(GraphTenant tenant) {
        for (TenantUser user : read("/demo/users.json", TenantUser[].class)) {
            tenant.putUser(user);
        }
        for (SampleGroup sample : read("/demo/groups.json", SampleGroup[].class)) {
            tenant.putGroup(sample.group());
            sample.members()
                    .forEach((id, type) -> tenant.addMember(sample.group().id(), id, type));
        }
        return tenant;
    }

    private static <T> T read(String name, Class<T> type) {
        try (InputStream in = SampleFiles.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return JSON.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    /** A group together with its members, as the file has it. */
    record SampleGroup(TenantGroup group, Map<String, MemberType> members) {}
}
