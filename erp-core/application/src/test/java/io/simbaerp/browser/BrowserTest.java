package io.simbaerp.browser;

import io.simbaerp.story.StoryTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * A story for a person at a browser. All share one application, but not that of the other stories: what those leave behind
 * would stand in the lists that are looked at here.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@StoryTest
@TestPropertySource(properties = "simba.tests=browser")
@interface BrowserTest {}
