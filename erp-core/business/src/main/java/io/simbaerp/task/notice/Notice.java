package io.simbaerp.task.notice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That its reader was told of a task.
 *
 * @param act what it tells: the name of a {@link NoticeKind}
 * @param ruleId by which time rule, where it was one
 * @param documentId what the task is about, unless that is confidential
 * @param taskKey what is to be done
 * @param holder whose task it is; nobody's where several could take it
 * @param forWhom whose it is, where the reader stands in or is the superior
 * @param outcome what was decided, once it was
 * @param visible whether the reader may see the task itself
 * @param confidential whether it is about a confidential document, so that mail says nothing of it
 */
public record Notice(
        UUID id,
        String act,
        @Nullable UUID ruleId,
        UUID taskId,
        @Nullable UUID documentId,
        String taskKey,
        @Nullable String partyName,
        @Nullable String documentNumber,
        @Nullable Instant dueAt,
        boolean open,
        @Nullable String outcome,
        boolean visible,
        boolean confidential,
        @Nullable UUID holder,
        @Nullable UUID forWhom,
        Instant givenAt,
        @Nullable Instant readAt) {}
