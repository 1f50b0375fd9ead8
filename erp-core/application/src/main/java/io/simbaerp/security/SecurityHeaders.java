package io.simbaerp.security;

import io.simbaerp.page.PageSecurityHeaders;
import java.time.Duration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What every answer tells the browser about itself, pages and REST alike, answers to refused requests included. */
final class SecurityHeaders {

    /** An answer of the REST interface is data: a browser that shows it all the same runs and loads nothing. */
    static final String DATA = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final String NO_DEVICES =
            "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=(), display-capture=()";

    private static final Duration SECURE_TRANSPORT = Duration.ofDays(365);

    private SecurityHeaders() {}

    static void ofPages(HttpSecurity http) throws Exception {
        http.headers(headers -> strict(headers, PageSecurityHeaders.CONTENT_SECURITY_POLICY));
    }

    static void ofData(HttpSecurity http) throws Exception {
        http.headers(headers -> strict(headers, DATA));
    }

    /** Strict transport is promised over HTTPS alone: the browser ignores it elsewhere, and so do we. */
    private static void strict(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .httpStrictTransportSecurity(transport ->
                        transport.maxAgeInSeconds(SECURE_TRANSPORT.toSeconds()).includeSubDomains(false))
                .frameOptions(frame -> frame.deny());
    }
}
