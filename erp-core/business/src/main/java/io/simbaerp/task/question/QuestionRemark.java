package io.simbaerp.task.question;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.document.remark.TimelineRemark;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts what was asked and answered into the history of the document. */
@Component
class QuestionRemark implements TimelineRemark {

    private final TaskQuestions questions;
    private final ActorNames names;

    QuestionRemark(TaskQuestions questions, ActorNames names) {
        this.questions = questions;
        this.names = names;
    }

    @Override
    public Optional<String> of(String event, Subject link) {
        return switch (event) {
            case "question-asked" ->
                questions
                        .byId(link.id())
                        .map(asked -> names.nameOf(Actor.person(asked.askedOf())) + ": " + asked.question());
            case "question-answered" -> questions.byId(link.id()).map(QuestionView::answer);
            default -> Optional.empty();
        };
    }
}
