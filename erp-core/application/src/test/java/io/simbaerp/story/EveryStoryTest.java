package io.simbaerp.story;

import org.junit.jupiter.api.ClassOrderer;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

/** All stories in one application, and isolation after them: it reads what every story left behind. */
@Suite
@SelectPackages({"io.simbaerp.story", "io.simbaerp.isolation"})
@IncludeClassNamePatterns(".*Story")
@ConfigurationParameter(key = ClassOrderer.DEFAULT_ORDER_PROPERTY_NAME, value = "io.simbaerp.story.IsolationComesLast")
class EveryStoryTest {}
