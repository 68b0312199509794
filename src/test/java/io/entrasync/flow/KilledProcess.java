package io.entrasync.flow;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A process that syncs once for each line that it is given, until it is killed. */
final class KilledProcess {
    static final Map<String, String> NO_LIMITS =
            Map.of("safeguard.max-removals", "1000000", "safeguard.max-removal-percent", "100");

    private KilledProcess() {}

    /** @param args URL and user of the database, and where Graph is */
    public static void main(String[] args) throws Exception {
        try (Product product = Product.start(
                        () -> TestDatabase.pool(args[0], args[1]), UnaryOperator.identity(), args[2], NO_LIMITS);
                BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println("READY");
            while (lines.readLine() != null) {
                System.out.println("DONE " + product.sync().status());
            }
        }
    }
}
