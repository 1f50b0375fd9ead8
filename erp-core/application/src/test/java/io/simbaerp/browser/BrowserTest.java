package io.simbaerp.browser;

import io.simbaerp.SimbaApplication;
import io.simbaerp.story.StorySupport;
import io.simbaerp.testing.TestDatabaseInitializer;
import io.simbaerp.testing.TestSupport;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application with the demo company, for a person at a browser. All share one application, but not that of the
 * stories: what those leave behind would stand in the lists that are looked at here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SimbaApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"simba.demo=true", "simba.jobs.enabled=false", "simba.tests=browser"})
@ContextConfiguration(initializers = TestDatabaseInitializer.class)
@Import({TestSupport.class, StorySupport.class})
@interface BrowserTest {}
