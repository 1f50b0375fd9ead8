package io.simbaerp.task.question;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskForms;
import io.simbaerp.task.TaskPage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form in which a question is answered, beside the document it is about. */
@Component
class QuestionForm implements TaskForm {

    static final String KEY = "Task_AnswerQuestion";
    static final String FORM = "task/question";
    static final String ANSWER = "answer";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TaskQuestions questions;
    private final AnswerColleague answerColleague;
    private final AskedTasks askedTasks;
    private final TaskForms forms;
    private final ActorNames names;

    QuestionForm(
            TaskQuestions questions,
            AnswerColleague answerColleague,
            AskedTasks askedTasks,
            @Lazy TaskForms forms,
            ActorNames names) {
        this.questions = questions;
        this.answerColleague = answerColleague;
        this.askedTasks = askedTasks;
        this.forms = forms;
        this.names = names;
    }

    /** The question as its page shows it, with what was entered as the answer. */
    record Asked(String by, Instant at, String question, String answer) {}

    @Override
    public Set<String> forms() {
        return Set.of(FORM);
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        JsonNode input = completion.coding();
        JsonNode said = input == null ? null : input.get(ANSWER);
        answerColleague.answer(
                task.id(), task.documentId(), said != null && said.isString() ? said.asString() : completion.comment());
    }

    /** Those of the matter itself; nothing is bound by an answer. */
    @Override
    public TaskFacts facts(OpenTaskView task) {
        return askedTasks
                .about(task)
                .flatMap(asked -> seen(() -> forms.of(asked.form()).facts(asked)))
                .map(facts -> new TaskFacts(
                        facts.titleArgs(), facts.partyName(), facts.documentNumber(), facts.amount(), null, List.of()))
                .orElseGet(() -> new TaskFacts(List.of(), null, null, null, null, List.of()));
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        return page(task, Map.of());
    }

    @Override
    public TaskPage page(OpenTaskView task, Map<String, List<String>> entered) {
        QuestionView question =
                questions.ofAnswerTask(task.id()).orElseThrow(() -> new NotFound("question", task.id()));
        TaskPage.Part form = new TaskPage.Part(
                "task/question",
                "form",
                new Asked(
                        names.nameOf(Actor.person(question.askedBy())),
                        question.askedAt(),
                        question.question(),
                        entered.getOrDefault(ANSWER, List.of("")).get(0)));
        return new TaskPage(form, paper(task));
    }

    private TaskPage.@Nullable Part paper(OpenTaskView task) {
        Optional<OpenTaskView> asked = askedTasks.about(task);
        return asked.flatMap(about -> seen(() -> forms.of(about.form()).page(about)))
                .map(TaskPage::paper)
                .orElse(null);
    }

    /** Who was asked while they might look at the matter answers also when they no longer may. */
    private static <T> Optional<T> seen(Supplier<T> look) {
        try {
            return Optional.of(look.get());
        } catch (NotFound hidden) {
            return Optional.empty();
        }
    }

    @Override
    public JsonNode coding(OpenTaskView task, Map<String, List<String>> fields) {
        return JSON.createObjectNode()
                .put(ANSWER, fields.getOrDefault(ANSWER, List.of("")).get(0));
    }
}
