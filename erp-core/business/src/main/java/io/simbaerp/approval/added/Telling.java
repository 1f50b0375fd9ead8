package io.simbaerp.approval.added;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.task.reading.SubjectDocuments;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** When something was decided besides, who did it, and into which document's history it belongs. */
@Component("addedApprovalTelling")
record Telling(Clock clock, CurrentActor currentActor, SubjectDocuments documents, ApplicationEventPublisher events) {

    void tell(Subject subject, Function<List<Subject>, BusinessEvent> event) {
        events.publishEvent(event.apply(documents.documentsOf(subject)));
    }
}
