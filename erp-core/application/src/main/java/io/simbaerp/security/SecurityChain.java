package io.simbaerp.security;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Refusals;
import io.simbaerp.company.CompanyDirectory;
import io.simbaerp.identity.AccessTokens;
import io.simbaerp.identity.Memberships;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;

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

    /** The filter belongs into the chains, not beside them. */
    @Bean
    FilterRegistrationBean<ActingFilter> actingFilterOnlyInChains(ActingFilter filter) {
        FilterRegistrationBean<ActingFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    @Order(1)
    SecurityFilterChain restChain(
            HttpSecurity http, ActingFilter acting, AccessTokens tokens, @Value("${simba.demo:false}") boolean demo)
            throws Exception {
        http.securityMatcher("/api/**", "/v3/api-docs", "/v3/api-docs/**")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(problems -> problems.authenticationEntryPoint(
                        (request, response, failure) -> unauthorized(response, failure)))
                .addFilterBefore(new AccessTokenFilter(tokens), BasicAuthenticationFilter.class)
                .addFilterAfter(acting, AuthorizationFilter.class);
        SecurityHeaders.ofData(http);
        if (demo) {
            http.httpBasic(basic -> basic.authenticationEntryPoint(
                            (request, response, failure) -> unauthorized(response, failure)))
                    .addFilterBefore(new BasicOnlyForTokens(), AccessTokenFilter.class);
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pageChain(HttpSecurity http, ActingFilter acting) throws Exception {
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(
                                "/login", "/language", "/first-run", "/assets/**", "/webjars/**", "/favicon.ico")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/actuator/health/readiness", "/actuator/health/liveness")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/login").defaultSuccessUrl("/", false))
                .logout(logout -> logout.logoutSuccessUrl("/login?out"))
                .sessionManagement(Customizer.withDefaults())
                .addFilterAfter(acting, AuthorizationFilter.class);
        SecurityHeaders.ofPages(http);
        return http.build();
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
