package io.simbaerp.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each Spring context of the tests a database of its own, reached as the application's role. */
public class TestDatabaseInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestDatabase.fresh();
        context.getBeanFactory().registerSingleton("testDatabase", database);
        TestPropertyValues.of(
                        "spring.datasource.url=" + database.url(),
                        "spring.datasource.username=" + TestDatabase.APPLICATION,
                        "spring.datasource.password=" + database.password(),
                        "spring.flyway.url=" + database.url(),
                        "spring.flyway.user=" + TestDatabase.OWNER,
                        "spring.flyway.password=" + database.password(),
                        "simba.jobs.enabled=false",
                        "simba.data=target/test-data/" + ProcessHandle.current().pid())
                .applyTo(context);
    }
}
