package io.simbaerp.task.web;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.page.Toast;
import io.simbaerp.task.undo.TakeBackDecision;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a decision back and shows the task as it was, where it was decided: on its page or beside the list. */
@Controller
class UndoController {

    private final TakeBackDecision takeBackDecision;
    private final CardList cardList;

    UndoController(TakeBackDecision takeBackDecision, CardList cardList) {
        this.takeBackDecision = takeBackDecision;
        this.cardList = cardList;
    }

    @PostMapping("/tasks/{id}/undo")
    String undo(
            @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean list, RedirectAttributes redirect) {
        try {
            takeBackDecision.takeBack(id);
        } catch (Conflict late) {
            redirect.addFlashAttribute("toast", Toast.refused("rule." + late.rule()));
            return "redirect:/tasks/" + id;
        }
        redirect.addFlashAttribute("toast", Toast.of("task.toast-undone"));
        return "redirect:" + (list ? cardList.address(null, id.toString()) : "/tasks/" + id);
    }
}
