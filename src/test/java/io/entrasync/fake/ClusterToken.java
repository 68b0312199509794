package io.entrasync.fake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A token as a cluster writes it into a file for a pod: in the shape of a signed JWT. */
public final class ClusterToken {
    private ClusterToken() {}

    public static String of(String subject) {
        String claims = """
                {"iss":"https://cluster.example/","sub":"system:serviceaccount:mail:%s",
                "aud":["api://AzureADTokenExchange"],"exp":4102444800}""";
        return part("{\"alg\":\"RS256\",\"kid\":\"1\"}") + "." + part(claims.formatted(subject)) + ".c2lnbmF0dXJl";
    }

    private static String part(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
