package io.entrasync.bench;

import io.entrasync.demo.GraphTenant;
import io.entrasync.demo.MemberType;
import io.entrasync.demo.TenantGroup;
import io.entrasync.demo.TenantOrganization;
import io.entrasync.demo.TenantUser;
import io.entrasync.fake.GraphServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The far sides of a measurement, in a process of their own: a Graph server with a large tenant and a PostgreSQL
 * server. Arguments: users, groups, memberships, and a file to which the two URLs are written. Ends with its input.
 */
public final class BenchServers {
    private BenchServers() {}

    public static void main(String[] args) throws Exception {
        GraphTenant tenant = tenant(Integer.parseInt(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        GraphServer graph = new GraphServer(tenant);
        EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start();
        Files.writeString(
                Path.of(args[3]),
                "GRAPH=" + graph.baseUrl() + "\nPOSTGRES='" + postgres.getJdbcUrl("postgres", "postgres") + "'\n");
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        graph.close();
        postgres.close();
    }

    private static GraphTenant tenant(int users, int groups, int memberships) {
        GraphTenant tenant = new GraphTenant(new TenantOrganization("bench", "Bench", List.of("example.com")));
        for (int i = 0; i < users; i++) {
            TenantUser user = TenantUser.member(userId(i), "Person Number " + i, "person" + i + "@example.com");
            tenant.putUser(i % 2 == 0 ? user.withAlias("p" + i + "@example.org") : user);
        }
        for (int i = 0; i < groups; i++) {
            tenant.putGroup(TenantGroup.distribution(groupId(i), "Group Number " + i, "group" + i + "@example.com"));
        }
        for (int i = 0; i < memberships; i++) {
            tenant.addMember(
                    groupId(i % groups),
                    userId((int) ((i / groups * 7919L + i % groups * 31L) % users)),
                    MemberType.USER);
        }
        return tenant;
    }

    private static String userId(int i) {
        return "00000000-0000-4000-8000-%012d".formatted(i);
    }

    private static String groupId(int i) {
        return "10000000-0000-4000-8000-%012d".formatted(i);
    }
}
