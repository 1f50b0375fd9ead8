package io.simbaerp.story;

import io.simbaerp.SimbaApplication;
import io.simbaerp.testing.BooksAgree;
import io.simbaerp.testing.TestDatabaseInitializer;
import io.simbaerp.testing.TestSupport;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * A story: the whole application with the demo company, over HTTP. All stories share one application, so each brings
 * invoices with numbers of its own. After each, balances and open items of every company are counted again from the lines.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SimbaApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"simba.demo=true", "simba.jobs.enabled=false"})
@TestExecutionListeners(listeners = BooksAgree.class, mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@ContextConfiguration(initializers = {TestDatabaseInitializer.class, SmtpInboxInitializer.class})
@Import({TestSupport.class, StorySupport.class})
public @interface StoryTest {}
