package io.simbaerp.security;

import io.simbaerp.identity.SignedInUser;
import io.simbaerp.identity.pace.KnownDevices;
import io.simbaerp.identity.pace.SignInPace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Stands before every look at a password: too many attempts at one name from one place have to wait. */
class SignInPaceFilter extends OncePerRequestFilter {

    /** The cookie of a device somebody signed in from before. */
    static final String DEVICE = "simba-device";

    private static final String BASIC = "Basic ";

    private final SignInPace pace;
    private final KnownDevices devices;
    private final RequestLimits limits;
    private final SignInTrail trail;

    SignInPaceFilter(SignInPace pace, KnownDevices devices, RequestLimits limits, SignInTrail trail) {
        this.trail = trail;
        this.pace = pace;
        this.devices = devices;
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String login = login(request);
        if (login == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<String> device = device(request, login);
        String origin = device.orElseGet(() -> Callers.of(request.getRemoteAddr()));
        Optional<Duration> wait =
                device.isPresent() ? Optional.empty() : limits.signIns().wait(origin);
        wait = wait.or(() -> pace.wait(login, origin));
        if (wait.isPresent()) {
            trail.throttled(login, request);
            refuse(request, response, wait.get());
            return;
        }
        chain.doFilter(request, response);
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signedIn != null && signedIn.getPrincipal() instanceof SignedInUser) {
            pace.succeeded(login, origin);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Duration wait)
            throws IOException {
        if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            RequestLimitFilter.refuse(response, wait);
        } else {
            response.sendRedirect(request.getContextPath() + "/login?wait=" + wait.toSeconds());
        }
    }

    private Optional<String> device(HttpServletRequest request, String login) {
        Cookie cookie = WebUtils.getCookie(request, DEVICE);
        return cookie == null ? Optional.empty() : devices.placeOf(cookie.getValue(), login);
    }

    /** The name somebody tries to prove is theirs, or nothing. */
    private static @Nullable String login(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getMethod().equals("POST") && path.equals("/login")) {
            return Objects.requireNonNullElse(request.getParameter("username"), "");
        }
        String header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, BASIC, 0, BASIC.length())
                ? name(header.substring(BASIC.length()).strip())
                : null;
    }

    private static String name(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
            return pair.substring(0, Math.max(0, pair.indexOf(':')));
        } catch (IllegalArgumentException unreadable) {
            return "";
        }
    }
}
