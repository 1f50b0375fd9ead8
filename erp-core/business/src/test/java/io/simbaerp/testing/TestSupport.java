package io.simbaerp.testing;

import io.simbaerp.architecture.CurrentActor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** What module tests need besides the modules: a clock that obeys and companies to act for. */
@TestConfiguration(proxyBeanMethods = false)
public class TestSupport {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    /** Reads where no module on the class path does: the formats lie in an adapter above. */
    @Bean
    @Fallback
    TestContentReader testContentReader() {
        return new TestContentReader();
    }

    @Bean
    @Fallback
    TestPaymentFileWriter testPaymentFileWriter() {
        return new TestPaymentFileWriter();
    }

    @Bean
    TestCompanies testCompanies(JdbcClient jdbc, CurrentActor currentActor, PlatformTransactionManager transactions) {
        return new TestCompanies(jdbc, currentActor, transactions);
    }
}
