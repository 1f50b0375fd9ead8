package io.simbaerp.approval;

import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.Subject;
import io.simbaerp.task.reading.SubjectDocuments;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Tells what happened to an approval, and into which document's history it belongs. */
@Component
class ApprovalAnnouncements {

    private final SubjectDocuments documents;
    private final ApplicationEventPublisher events;

    ApprovalAnnouncements(SubjectDocuments documents, ApplicationEventPublisher events) {
        this.documents = documents;
        this.events = events;
    }

    void announce(Subject subject, Function<List<Subject>, BusinessEvent> event) {
        events.publishEvent(event.apply(documents.documentsOf(subject)));
    }
}
