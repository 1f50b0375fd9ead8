package io.simbaerp.workflow.picture;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DrawnProcess;
import io.simbaerp.document.ProcessPicture;
import io.simbaerp.task.reading.SubjectDocuments;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Draws the process of a document from the model's own diagram and the engine's history of activities. */
@Component
class EnginePicture implements ProcessPicture {

    private final HistoryService history;
    private final RepositoryService repository;
    private final SubjectDocuments documents;
    private final CurrentActor currentActor;
    private final MessageSource messages;

    EnginePicture(
            HistoryService history,
            RepositoryService repository,
            SubjectDocuments documents,
            CurrentActor currentActor,
            MessageSource messages) {
        this.history = history;
        this.repository = repository;
        this.documents = documents;
        this.currentActor = currentActor;
        this.messages = messages;
    }

    @Override
    public Optional<DrawnProcess> of(DocumentId document) {
        return documents.subjectsOf(document.value()).stream()
                .map(subject -> subject.id().toString())
                .flatMap(key -> instances(key).stream())
                .findFirst()
                .map(this::draw);
    }

    /** The latest first. */
    private List<HistoricProcessInstance> instances(String businessKey) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(businessKey)
                .tenantIdIn(currentActor.company().toString())
                .orderByProcessInstanceStartTime()
                .desc()
                .list();
    }

    private DrawnProcess draw(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> activities = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderPartiallyByOccurrence()
                .asc()
                .list();
        return new ModelDrawing(
                        repository.getBpmnModelInstance(instance.getProcessDefinitionId()),
                        activities,
                        this::translated)
                .of(instance.getProcessDefinitionKey());
    }

    private String translated(String element, String name) {
        String text = messages.getMessage("workflow.element." + element, null, name, LocaleContextHolder.getLocale());
        return text == null ? name : text;
    }
}
