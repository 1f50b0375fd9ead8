package io.simbaerp.approval.again;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When something is asked again, and to whom it is told. */
@Component("approvalAgainTelling")
record Telling(Clock clock, ApplicationEventPublisher events) {}
