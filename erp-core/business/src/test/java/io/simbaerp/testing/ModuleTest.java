package io.simbaerp.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * A test of modules on a real PostgreSQL, as the application's role with every policy on. All tests with this
 * annotation and nothing added share one context and one database, so each makes a company of its own
 * ({@link TestCompany}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = BusinessTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.MOCK,
        // A decision counts at once, unless a test is about the seconds in which it can be taken back.
        properties = {"spring.main.banner-mode=off", "simba.tasks.undo-within=0s"})
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import(TestSupport.class)
public @interface ModuleTest {}
