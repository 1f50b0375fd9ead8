package io.simbaerp.task.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.money.Money;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk of an accounting office: what waits in all companies of the reader, on one page. */
@Controller
class OfficeTaskController {

    private final OfficeTasks officeTasks;
    private final TaskTexts texts;
    private final DueWords dueWords;
    private final CurrentActor currentActor;

    OfficeTaskController(OfficeTasks officeTasks, TaskTexts texts, DueWords dueWords, CurrentActor currentActor) {
        this.officeTasks = officeTasks;
        this.texts = texts;
        this.dueWords = dueWords;
        this.currentActor = currentActor;
    }

    /**
     * The page.
     *
     * @param mine whether only the reader's own are shown, rather than all they may work on
     */
    record OfficeDesk(List<Row> rows, int companies, boolean mine, boolean complete) {

        /** A task of one of the companies. */
        record Row(
                UUID company,
                String companyName,
                UUID id,
                String name,
                @Nullable String party,
                @Nullable String document,
                @Nullable Money amount,
                DueWords.Due due,
                boolean here) {}
    }

    @GetMapping("/companies/tasks")
    String tasks(@RequestParam(defaultValue = "all") String view, Model model) {
        boolean mine = view.equals("mine");
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("view", mine ? "mine" : "all");
        asked.add("state", "open");
        UUID here = currentActor.company().value();
        OfficeTasks.Merged merged = officeTasks.merged(asked).first(OfficeTasks.MOST);
        model.addAttribute(
                "desk",
                new OfficeDesk(
                        merged.tasks().stream().map(task -> row(task, here)).toList(),
                        merged.companies(),
                        mine,
                        merged.complete()));
        return "task/office";
    }

    private OfficeDesk.Row row(OfficeTasks.OfficeTask task, UUID here) {
        return new OfficeDesk.Row(
                task.company().id(),
                task.company().name(),
                task.task().id(),
                texts.name(task.task()),
                task.task().facts().partyName(),
                task.task().facts().documentNumber(),
                task.task().facts().amount(),
                dueWords.due(task.task().dueAt()),
                task.company().id().equals(here));
    }
}
