package io.entrasync.runtime.spring.login;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Knows browsers that have logged in before by a signed cookie. Their wrong passwords are counted apart from those that
 * come from the same address, which may be a proxy's with an attacker behind it.
 */
final class Devices {
    private static final String COOKIE = "entra-sync-device";
    private static final Duration LIFE = Duration.ofDays(90);
    private static final String ALGORITHM = "HmacSHA256";

    private final boolean secure;
    private final SecureRandom random = new SecureRandom();
    /** A restart forgets the devices, and with them what is counted. */
    private final byte[] key = new byte[32];

    Devices(boolean secure) {
        this.secure = secure;
        random.nextBytes(key);
    }

    /** Under which name the tries of a request are counted. */
    String client(HttpServletRequest request) {
        return known(request).map(id -> "device " + id).orElseGet(() -> network(request.getRemoteAddr()));
    }

    /** Lets the browser be known from now on. */
    void remember(HttpServletRequest request, HttpServletResponse response) {
        if (known(request).isPresent()) {
            return;
        }
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        ResponseCookie cookie = ResponseCookie.from(COOKIE, id + "." + signature(id))
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(LIFE)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private Optional<String> known(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        String[] parts = cookie == null ? new String[0] : cookie.getValue().split("\\.", -1);
        if (parts.length != 2) {
            return Optional.empty();
        }
        byte[] given = parts[1].getBytes(StandardCharsets.US_ASCII);
        byte[] right = signature(parts[0]).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, right) ? Optional.of(parts[0]) : Optional.empty();
    }

    /** A household has a whole IPv6 network, /64, to try from. */
    private static String network(String address) {
        String[] parts = address.split(":", -1);
        return parts.length < 5 ? address : String.join(":", parts[0], parts[1], parts[2], parts[3]);
    }

    private String signature(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
