package io.simbaerp.approval.matter;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.UUID;

/** Port to the module whose records go through the shared approval round. Exactly one bean serves each kind of record. */
public interface ApprovalMatter {

    /** The kind of record, such as {@code controlled-version}. */
    String kind();

    /** Who is asked, level after level. */
    List<Duty> levels(UUID id);

    /** The fingerprint of what is decided about. */
    String contentHash(UUID id);

    /** What was done to the record before: whoever did it doesn't decide. */
    List<PriorAct> priorActs(UUID id);

    /** How far deciding goes. */
    default Extent extent(UUID id) {
        return Extent.NONE;
    }

    /** What lists and REST show of it. */
    TaskFacts facts(UUID id);

    /** What its task shows: the form's side, and the record itself. */
    Shown shown(UUID id);

    /** The two sides of the task's page. */
    record Shown(TaskPage.Part form, TaskPage.Part paper) {}
}
