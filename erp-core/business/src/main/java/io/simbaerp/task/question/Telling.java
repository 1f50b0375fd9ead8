package io.simbaerp.task.question;

import io.simbaerp.architecture.CurrentActor;
import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who says something and when, and to whom it is told. */
@Component
record Telling(CurrentActor currentActor, Clock clock, ApplicationEventPublisher events) {}
