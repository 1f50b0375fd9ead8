package io.simbaerp.security;

import io.simbaerp.identity.session.SessionFacts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session that is used all the time as well: after so long everybody signs in again. */
class LongestSessionFilter extends OncePerRequestFilter {

    private final Clock clock;
    private final Duration longest;

    LongestSessionFilter(Clock clock, Duration longest) {
        this.clock = clock;
        this.longest = longest;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        if (session != null
                && SessionFacts.signedInAt(session)
                        .filter(begun -> begun.plus(longest).isBefore(clock.instant()))
                        .isPresent()) {
            session.invalidate();
        }
        chain.doFilter(request, response);
    }
}
