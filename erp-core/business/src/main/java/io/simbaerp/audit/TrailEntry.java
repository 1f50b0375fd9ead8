package io.simbaerp.audit;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the history of a record.
 *
 * @param onBehalfOf for whom the actor acted, such as the person who handed in what the system then registered
 * @param event the event's name in words, such as {@code document-registered}; its sentence is {@code event.<name>}
 * @param link what it happened to: the record to open
 */
public record TrailEntry(Instant at, Actor actor, @Nullable Actor onBehalfOf, String event, Subject link) {}
