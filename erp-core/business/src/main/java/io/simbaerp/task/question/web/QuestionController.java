package io.simbaerp.task.question.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.task.question.AskQuestion;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks from the page of a task. */
@Controller
class QuestionController {

    private final AskQuestion askQuestion;

    QuestionController(AskQuestion askQuestion) {
        this.askQuestion = askQuestion;
    }

    @PostMapping("/tasks/{id}/ask")
    String ask(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable String text,
            RedirectAttributes redirect) {
        try {
            askQuestion.ask(id, person, text);
            redirect.addFlashAttribute("toast", Toast.of("question.asked"));
        } catch (RuleViolation refused) {
            redirect.addFlashAttribute(
                    "toast",
                    Toast.refused("rule." + refused.rule(), refused.args().toArray()));
        }
        return "redirect:/tasks/" + id;
    }
}
