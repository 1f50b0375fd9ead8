package io.simbaerp.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 429 to a caller that asks more than a node can give to everybody, before anything is looked up for it. */
class RequestLimitFilter extends OncePerRequestFilter {

    static final int TOO_MANY_REQUESTS = 429;

    private final RequestLimits limits;

    RequestLimitFilter(RequestLimits limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Duration> wait = limits.addresses().wait(Callers.of(request.getRemoteAddr()));
        String token = AccessTokenFilter.tokenOf(request);
        if (wait.isEmpty() && token != null) {
            wait = limits.tokens().wait(RequestOrigin.fingerprint(token));
        }
        if (wait.isPresent()) {
            refuse(response, wait.get());
            return;
        }
        chain.doFilter(request, response);
    }

    /** The error page or problem details say it in the reader's words. */
    static void refuse(HttpServletResponse response, Duration wait) throws IOException {
        response.setHeader("Retry-After", String.valueOf(Math.max(1, wait.toSeconds() + 1)));
        response.sendError(TOO_MANY_REQUESTS);
    }
}
