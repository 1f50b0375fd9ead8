package io.simbaerp.task.web;

import io.simbaerp.page.Formats;
import io.simbaerp.task.draft.DiscardDraft;
import io.simbaerp.task.draft.KeepDraft;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Keeps what is being entered into a task's form, while it is. */
@Controller
@RequestMapping("/tasks/{id}/draft")
class DraftController {

    /** What belongs to sending the form, not to what is entered. */
    private static final Set<String> NOT_ENTERED =
            Set.of("_csrf", "_company", "contentHash", "outcome", "desk", "next");

    private final KeepDraft keepDraft;
    private final DiscardDraft discardDraft;
    private final TaskTexts texts;
    private final Formats formats;

    DraftController(KeepDraft keepDraft, DiscardDraft discardDraft, TaskTexts texts, Formats formats) {
        this.keepDraft = keepDraft;
        this.discardDraft = discardDraft;
        this.texts = texts;
        this.formats = formats;
    }

    /** Answers the words that tell when it was kept. */
    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String keep(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> fields) {
        Instant at = keepDraft.keep(id, entered(fields));
        return texts.text("task.draft-saved", "", formats.time(at));
    }

    /** Of a form's fields those that somebody has entered. */
    static Map<String, List<String>> entered(MultiValueMap<String, String> fields) {
        Map<String, List<String>> entered = new LinkedHashMap<>(fields);
        entered.keySet().removeAll(NOT_ENTERED);
        return entered;
    }

    @PostMapping("/discard")
    String discard(@PathVariable UUID id) {
        discardDraft.discard(id);
        return "redirect:/tasks/" + id;
    }
}
