package io.simbaerp.task.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Toast;
import io.simbaerp.task.ClaimTask;
import io.simbaerp.task.ReleaseTask;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskList;
import io.simbaerp.task.TaskView;
import io.simbaerp.task.Tasks;
import io.simbaerp.task.undo.Deciding;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The desk: what waits, one task with its document beside its form, and the decision. */
@Controller
@RequestMapping("/tasks")
class TaskController {

    private final Tasks tasks;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;
    private final Deciding deciding;
    private final TaskDesk taskDesk;
    private final CardList cardList;

    TaskController(
            Tasks tasks,
            ClaimTask claimTask,
            ReleaseTask releaseTask,
            Deciding deciding,
            TaskDesk taskDesk,
            CardList cardList) {
        this.tasks = tasks;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
        this.deciding = deciding;
        this.taskDesk = taskDesk;
        this.cardList = cardList;
    }

    @GetMapping
    String desk(@RequestParam MultiValueMap<String, String> asked, Model model) {
        model.addAttribute("list", tasks.desk(asked));
        model.addAttribute("cards", cardList.isForReader());
        model.addAttribute("forWhom", taskDesk.forWhom());
        return "task/desk";
    }

    @GetMapping("/{id}")
    String task(@PathVariable UUID id, Model model) {
        model.addAttribute("task", taskDesk.page(id));
        return "task/task";
    }

    /** The same beside the list: the card, if it is decided at a look. */
    @GetMapping("/{id}/panel")
    String panel(@PathVariable UUID id, Model model) {
        model.addAttribute("task", taskDesk.page(id));
        return "task/panel :: panel";
    }

    /** The task the reader should turn to now. */
    @GetMapping("/next")
    String next(@RequestParam(required = false) @Nullable UUID document) {
        return "redirect:" + taskDesk.next(document);
    }

    @PostMapping("/{id}/claim")
    String claim(@PathVariable UUID id, RedirectAttributes redirect) {
        claimTask.claim(id);
        redirect.addFlashAttribute("toast", Toast.of("task.toast-claimed"));
        return "redirect:/tasks/" + id;
    }

    @PostMapping("/{id}/release")
    String release(@PathVariable UUID id, RedirectAttributes redirect) {
        releaseTask.release(id);
        redirect.addFlashAttribute("toast", Toast.of("task.toast-released"));
        return "redirect:/tasks";
    }

    /** Who was told that it changed meanwhile decides the next time on what is there now. */
    private static MultiValueMap<String, String> seen(MultiValueMap<String, String> fields, RuleViolation refused) {
        MultiValueMap<String, String> seen = new LinkedMultiValueMap<>(fields);
        if (refused instanceof Conflict) {
            seen.remove("version");
        }
        return seen;
    }

    /** The form of the task and the outcome's button; a broken rule shows the page again with its sentence. */
    @PostMapping("/{id}/complete")
    String complete(
            @PathVariable UUID id,
            @RequestParam String outcome,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        String comment = fields.getFirst("comment");
        TaskList.Place place = tasks.place(id);
        TaskView decided;
        try {
            decided = deciding.decide(
                    new TaskCompletion(id, outcome, comment, tasks.coding(id, fields), fields.getFirst("contentHash")));
            taskDesk.keepEntered(decided, fields);
        } catch (RuleViolation refused) {
            response.setStatus(refused instanceof Conflict ? 409 : 422);
            model.addAttribute(
                    "task", taskDesk.pageAgain(id, seen(fields, refused), Entered.refused(outcome, comment, refused)));
            return "task/task";
        }
        redirect.addFlashAttribute("toast", taskDesk.toast(decided, outcome, fields.containsKey("desk")));
        return "redirect:"
                + (fields.containsKey("desk")
                        ? cardList.address(fields.getFirst("desk"), fields.getFirst("next"))
                        : taskDesk.after(decided, outcome, place));
    }
}
