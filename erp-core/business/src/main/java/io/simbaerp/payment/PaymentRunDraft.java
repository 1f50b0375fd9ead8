package io.simbaerp.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payment run as somebody asks for it.
 *
 * @param dueUntil items due on this day or earlier are proposed
 * @param accountId the own account to pay from; its currency decides which items come into question
 * @param payOn the day on which everything is paid; without it, each item on its due day or today
 */
public record PaymentRunDraft(
        LocalDate dueUntil, UUID accountId, @Nullable LocalDate payOn) {}
