package io.simbaerp.security;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Refusals;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.AccessTokens;
import io.simbaerp.identity.Memberships;
import io.simbaerp.identity.SignedInUser;
import io.simbaerp.identity.TokenOwner;
import io.simbaerp.identity.pace.KnownDevices;
import io.simbaerp.identity.pace.SignInPace;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;

/** Two chains: REST by token, without session or cookie; pages by session, with CSRF tokens and a strict policy. */
@Configuration(proxyBeanMethods = false)
class SecurityChain {

    @Bean
    ActingFilter actingFilter(
            CurrentActor currentActor, Memberships memberships, CompanyDirectory directory, Refusals refusals) {
        return new ActingFilter(currentActor, memberships, directory, refusals);
    }

    /** What is observed is the request; to observe each filter of each request takes longer than many a filter. */
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    SignInPaceFilter signInPaceFilter(SignInPace pace, KnownDevices devices, RequestLimits limits, SignInTrail trail) {
        return new SignInPaceFilter(pace, devices, limits, trail);
    }

    @Bean
    FilterRegistrationBean<SignInPaceFilter> signInPaceFilterOnlyInChains(SignInPaceFilter filter) {
        return onlyInChains(filter);
    }

    @Bean
    LongestSessionFilter longestSessionFilter(Clock clock, @Value("${simba.session.longest:12h}") Duration longest) {
        return new LongestSessionFilter(clock, longest);
    }

    @Bean
    FilterRegistrationBean<LongestSessionFilter> longestSessionFilterOnlyInChains(LongestSessionFilter filter) {
        return onlyInChains(filter);
    }

    /** The filter belongs into the chains, not beside them. */
    private static <T extends Filter> FilterRegistrationBean<T> onlyInChains(T filter) {
        FilterRegistrationBean<T> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    FilterRegistrationBean<ActingFilter> actingFilterOnlyInChains(ActingFilter filter) {
        return onlyInChains(filter);
    }

    @Bean
    @Order(1)
    SecurityFilterChain restChain(
            HttpSecurity http,
            ActingFilter acting,
            AccessTokens tokens,
            RequestLimits limits,
            SignInPaceFilter pace,
            @Value("${simba.demo:false}") boolean demo)
            throws Exception {
        http.securityMatcher("/api/**", "/v3/api-docs", "/v3/api-docs/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.POST, "/api/v1/tokens")
                        .access(SecurityChain::withoutToken)
                        .anyRequest()
                        .authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(problems -> problems.authenticationEntryPoint(
                        (request, response, failure) -> unauthorized(response, failure)))
                .addFilterAfter(new RequestLimitFilter(limits), HeaderWriterFilter.class)
                .addFilterBefore(new AccessTokenFilter(tokens), BasicAuthenticationFilter.class)
                .addFilterAfter(acting, AuthorizationFilter.class);
        SecurityHeaders.ofData(http);
        if (demo) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(
                            (request, response, failure) -> unauthorized(response, failure)))
                    .addFilterBefore(new BasicOnlyForTokens(), AccessTokenFilter.class)
                    .addFilterAfter(pace, BasicOnlyForTokens.class);
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(
            HttpSecurity http,
            ActingFilter acting,
            RequestLimits limits,
            SignInPaceFilter pace,
            LongestSessionFilter longest,
            SignedIn signedIn)
            throws Exception {
        http.authorizeHttpRequests(SecurityChain::whatIsOpen)
                .formLogin(form -> form.loginPage("/login").successHandler(signedIn))
                .addFilterAfter(new RequestLimitFilter(limits), HeaderWriterFilter.class)
                .addFilterBefore(longest, SecurityContextHolderFilter.class)
                .addFilterBefore(pace, UsernamePasswordAuthenticationFilter.class)
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .sessionManagement(Customizer.withDefaults())
                .addFilterAfter(acting, AuthorizationFilter.class);
        SecurityHeaders.ofPages(http);
        return http.build();
    }

    /** What answers somebody who hasn't signed in, door by door; everything else asks for it. */
    private static void whatIsOpen(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        // What goes on later of a request was let in with it, though its session may have ended since.
        requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(
                        "/login",
                        "/language",
                        "/first-run",
                        "/first-sign-in",
                        "/assets/**",
                        "/webjars/**",
                        "/favicon.ico")
                .permitAll()
                // A link in mail: looking does nothing, its form decides for the person it names.
                .requestMatchers(HttpMethod.GET, "/mail/*")
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, "/mail/*")
                .permitAll()
                .requestMatchers(HttpMethod.POST, "/mail/*")
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/actuator/health/readiness", "/actuator/health/liveness")
                .permitAll()
                .requestMatchers("/actuator/**")
                .denyAll()
                .anyRequest()
                .authenticated();
    }

    /** A token makes no tokens: whoever found one could keep it alive for ever. */
    private static AuthorizationDecision withoutToken(
            Supplier<? extends Authentication> asking, RequestAuthorizationContext request) {
        Authentication authentication = asking.get();
        return new AuthorizationDecision(authentication.getPrincipal() instanceof SignedInUser
                && !(authentication.getDetails() instanceof TokenOwner));
    }

    private static void unauthorized(HttpServletResponse response, AuthenticationException failure) throws IOException {
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setHeader("WWW-Authenticate", "Bearer");
        response.setContentType("application/problem+json");
        response.getOutputStream()
                .write(
                        "{\"type\":\"about:blank\",\"title\":\"Sign-in needed\",\"status\":401,\"rule\":\"sign-in.needed\"}"
                                .getBytes(StandardCharsets.UTF_8));
    }
}
