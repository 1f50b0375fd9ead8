package io.simbaerp;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps the demo company, whose passwords everybody knows, on the machine it was started on: it answers only when called
 * by a name of this machine, from this machine, and by nobody else's order. It stands before everything, sign-in
 * included.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
@ConditionalOnProperty("simba.demo")
class DemoGuard extends OncePerRequestFilter {

    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> WRITTEN_BY_PROXIES = List.of("forwarded", "x-real-ip", "via");
    private static final String WHY =
            "This is a demo of Simba ERP: its passwords are known to everybody, so it answers only on the machine it"
                    + " runs on, at http://localhost, and never through a proxy. For real work start it on a new folder"
                    + " with --empty.\n";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!namesThisMachine(request)) {
            refuse(response, HttpStatus.MISDIRECTED_REQUEST);
        } else if (isForwarded(request) || !comesFromThisMachine(request)) {
            refuse(response, HttpStatus.FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean namesThisMachine(HttpServletRequest request) {
        List<String> hosts = Collections.list(request.getHeaders(HttpHeaders.HOST));
        return hosts.size() == 1 && OWN_NAMES.contains(withoutPort(hosts.get(0)));
    }

    private static String withoutPort(String host) {
        return host.strip().toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .anyMatch(name -> name.startsWith("x-forwarded") || WRITTEN_BY_PROXIES.contains(name));
    }

    /** The address is a number here, never a name to be looked up. */
    private static boolean comesFromThisMachine(HttpServletRequest request) throws IOException {
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }

    private static void refuse(HttpServletResponse response, HttpStatus status) throws IOException {
        response.setStatus(status.value());
        response.setContentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8).toString());
        response.getOutputStream().write(WHY.getBytes(StandardCharsets.UTF_8));
    }
}
