package io.simbaerp.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Lets two requests of one session, on whatever nodes, remember something under the same name at the same time: the later one
 * counts, where the plain insert would fail after the work was done.
 */
@Configuration(proxyBeanMethods = false)
class SessionsAtOnce {

    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer laterOneCounts() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }
}
