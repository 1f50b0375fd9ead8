package io.simbaerp.task.question;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When something is said, and to whom it is told. */
@Component
record Telling(Clock clock, ApplicationEventPublisher events) {}
