package io.simbaerp.approval.matter;

import io.simbaerp.approval.DecidedContent;
import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.round.Round;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Port to the module whose records go through the shared approval round. Exactly one bean serves each kind of record. */
public interface ApprovalMatter {

    /** The kind of record, such as {@code controlled-version}. */
    String kind();

    /** Who is asked, level after level. */
    List<Duty> levels(UUID id);

    /** The same with seats of single persons, where the record has them: one seat after the other. */
    default List<Round> rounds(UUID id) {
        return Round.levels(levels(id));
    }

    /** The text whose SHA-256 the fingerprint is; kept, so that a later approver is shown what changed. */
    default @Nullable String content(UUID id) {
        return null;
    }

    /** What is different from what somebody decided about before. */
    default List<TaskFacts.ChangedField> changes(UUID id, DecidedContent before) {
        return List.of();
    }

    /** The fingerprint of what is decided about. */
    String contentHash(UUID id);

    /** What was done to the record before: whoever did it doesn't decide. */
    List<PriorAct> priorActs(UUID id);

    /** How far deciding goes. */
    default Extent extent(UUID id) {
        return Extent.NONE;
    }

    /** What has to be mended before it can be approved; it may be returned or rejected all the same. */
    default Optional<RuleViolation> obstacle(UUID id) {
        return Optional.empty();
    }

    /** What lists and REST show of it. */
    TaskFacts facts(UUID id);

    /** What its task shows: the form's side, and the record itself. */
    Shown shown(UUID id);

    /** The two sides of the task's page. */
    record Shown(TaskPage.Part form, TaskPage.Part paper) {}
}
