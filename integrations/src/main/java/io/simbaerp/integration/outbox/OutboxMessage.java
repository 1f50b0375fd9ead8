package io.simbaerp.integration.outbox;

import java.time.Instant;
import java.util.UUID;

/** One thing a partner is to be told: ids only, who wants more asks the REST interface. */
record OutboxMessage(UUID id, String kind, String subjectKind, UUID subjectId, Instant happenedAt, int attempts) {}
