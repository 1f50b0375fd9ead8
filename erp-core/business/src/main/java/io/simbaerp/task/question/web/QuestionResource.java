package io.simbaerp.task.question.web;

import io.simbaerp.task.Tasks;
import io.simbaerp.task.question.AskQuestion;
import io.simbaerp.task.question.QuestionView;
import io.simbaerp.task.question.TaskQuestions;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Questions about tasks, for programs. They are answered by completing the task of whoever was asked. */
@RestController
@RequestMapping("/api/v1/tasks/{id}/questions")
class QuestionResource {

    private final AskQuestion askQuestion;
    private final TaskQuestions questions;
    private final Tasks tasks;

    QuestionResource(AskQuestion askQuestion, TaskQuestions questions, Tasks tasks) {
        this.askQuestion = askQuestion;
        this.questions = questions;
        this.tasks = tasks;
    }

    /**
     * A question as it is asked.
     *
     * @param person who is asked; nothing for whoever worked on the matter last
     */
    record QuestionJson(@Nullable UUID person, @Nullable String text) {}

    /** Everything that was asked about the matter. */
    record QuestionsJson(List<QuestionView> items) {}

    @GetMapping
    QuestionsJson about(@PathVariable UUID id) {
        return new QuestionsJson(questions.about(tasks.byId(id).subject()));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    QuestionView ask(@PathVariable UUID id, @RequestBody QuestionJson question) {
        UUID asked = askQuestion.ask(id, question.person(), question.text());
        return questions.about(tasks.byId(id).subject()).stream()
                .filter(one -> one.id().equals(asked))
                .findFirst()
                .orElseThrow();
    }
}
