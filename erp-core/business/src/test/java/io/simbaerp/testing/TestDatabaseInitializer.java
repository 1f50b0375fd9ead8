package io.simbaerp.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Gives each Spring context of the tests a database of its own, reached as the application's role, and the official schema
 * every payment file is checked against.
 */
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
                        "simba.iso20022.schemas=" + schemas(),
                        "simba.data=target/test-data/" + ProcessHandle.current().pid())
                .applyTo(context);
    }

    private static String schemas() {
        return Corpus.folder("bank-payments", "payment files of the tests against the official schema")
                .map(found -> found.resolve("xsd").toString())
                .orElse("");
    }
}
