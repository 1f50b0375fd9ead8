package io.simbaerp.task.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.money.Money;
import io.simbaerp.task.TaskFacts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task as REST shows it.
 *
 * @param title the task and what it is about, in the reader's language
 * @param why why it came to the reader, in the reader's language
 * @param fields what the decision is about; only on a single open task
 * @param changes what has changed since somebody decided about it; only on a single open task
 * @param limits how much of which rolling limit the reader has left for it; only on a single open task
 * @param budgets what is left of the budgets it goes to; only on a single open task
 * @param round the round of several that is asked side by side; only on a single open task
 */
record TaskJson(
        UUID id,
        String key,
        String title,
        String state,
        @Nullable UUID documentId,
        @Nullable UUID assignee,
        List<Duty> candidateDuties,
        @Nullable Instant dueAt,
        @Nullable String contentHash,
        List<String> outcomes,
        @Nullable String partyName,
        @Nullable String documentNumber,
        @Nullable Money amount,
        @Nullable String why,
        @Nullable List<FieldJson> fields,
        @Nullable List<ChangeJson> changes,
        @Nullable List<TaskFacts.LimitLeft> limits,
        TaskFacts.@Nullable RoundSoFar round,
        @Nullable List<TaskFacts.BudgetSoFar> budgets,
        @Nullable String outcome,
        @Nullable Instant completedAt) {

    /** One of the fields the decision is about. */
    record FieldJson(String key, String label, String value) {}

    /** A field that says something else than when somebody decided before; an empty text stands for nothing. */
    record ChangeJson(String key, @Nullable String place, String label, String before, String after) {}

    TaskJson with(List<ChangeJson> present, TaskFacts.Background background) {
        return new TaskJson(
                id,
                key,
                title,
                state,
                documentId,
                assignee,
                candidateDuties,
                dueAt,
                contentHash,
                outcomes,
                partyName,
                documentNumber,
                amount,
                why,
                fields,
                present.isEmpty() ? null : present,
                background.limits().isEmpty() ? null : background.limits(),
                background.round(),
                background.budgets().isEmpty() ? null : background.budgets(),
                outcome,
                completedAt);
    }
}
