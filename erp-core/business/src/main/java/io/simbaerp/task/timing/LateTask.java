package io.simbaerp.task.timing;

import io.simbaerp.architecture.Subject;
import io.simbaerp.task.OpenTaskView;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A task a rule is to act on, locked until the transaction ends.
 *
 * @param extent how far deciding it goes
 */
record LateTask(OpenTaskView task, String engineTaskId, String extent) {

    UUID id() {
        return task.id();
    }

    /** In whose history it is told: the document's and that of what the task is about. */
    List<Subject> concerns() {
        return Stream.concat(
                        Stream.ofNullable(task.documentId()).map(document -> new Subject("document", document)),
                        Stream.of(task.subject()))
                .distinct()
                .toList();
    }

    String[] duties() {
        return task.candidateDuties().stream().map(Enum::name).sorted().toArray(String[]::new);
    }
}
