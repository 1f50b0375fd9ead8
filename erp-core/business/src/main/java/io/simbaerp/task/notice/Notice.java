package io.simbaerp.task.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That its reader was told of a task.
 *
 * @param act what was done: a reminder, an escalation or a lapse
 * @param taskKey what is to be done
 * @param holder whose task it is; nobody's where several could take it
 * @param forWhom whose it is, where the reader stands in or is the superior
 * @param visible whether the reader may see the task itself
 */
public record Notice(
        UUID id,
        String act,
        UUID ruleId,
        UUID taskId,
        String taskKey,
        @Nullable String partyName,
        @Nullable String documentNumber,
        @Nullable Instant dueAt,
        boolean open,
        boolean visible,
        @Nullable UUID holder,
        @Nullable UUID forWhom,
        Instant givenAt,
        @Nullable Instant readAt) {}
