package io.simbaerp.operation;

import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.logging.LoggedDocument;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request an id, which the answer carries as {@code Simba-Request} and every line of the log written
 * meanwhile names, with the document the address is about.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class LogContextFilter extends OncePerRequestFilter {

    static final String REQUEST = "request";
    static final String DOCUMENT = LoggedDocument.FIELD;
    static final String HEADER = "Simba-Request";

    private static final Pattern ABOUT_DOCUMENT =
            Pattern.compile("/documents/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:/.*)?");

    private final Clock clock;

    LogContextFilter(Clock clock) {
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String id = NewId.at(clock).toString();
        MDC.put(REQUEST, id);
        response.setHeader(HEADER, id);
        Matcher about = ABOUT_DOCUMENT.matcher(request.getRequestURI());
        if (about.find()) {
            MDC.put(DOCUMENT, about.group(1));
        }
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(REQUEST);
            MDC.remove(DOCUMENT);
        }
    }
}
