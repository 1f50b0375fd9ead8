package io.simbaerp.ledger.draft.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.draft.DiscardEntryDraft;
import io.simbaerp.ledger.draft.EntryDrafts;
import io.simbaerp.ledger.draft.KeepEntryDraft;
import io.simbaerp.ledger.draft.RestoreEntryDraft;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.page.Formats;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own unfinished entries: kept while they are typed, listed, gone on with, discarded and taken back. */
@Controller
@RequestMapping("/ledger/entries/drafts")
class EntryDraftController {

    private final EntryDrafts drafts;
    private final Doing doing;
    private final CurrentCompany company;
    private final RuleTexts texts;
    private final Formats formats;

    EntryDraftController(EntryDrafts drafts, Doing doing, CurrentCompany company, RuleTexts texts, Formats formats) {
        this.drafts = drafts;
        this.doing = doing;
        this.company = company;
        this.texts = texts;
        this.formats = formats;
    }

    /** What is done with drafts. */
    @Component
    record Doing(KeepEntryDraft keep, DiscardEntryDraft discard, RestoreEntryDraft restore) {}

    /** The drafts of the reader. */
    record DraftsView(List<DraftRow> drafts) {}

    @GetMapping
    ModelAndView all() {
        CurrencyCode base = company.get().baseCurrency();
        return new ModelAndView(
                "ledger/entry-drafts",
                "view",
                new DraftsView(drafts.all().stream()
                        .map(draft -> DraftRow.of(draft, base))
                        .toList()));
    }

    /** While it is typed; answers the words that tell when it was kept. */
    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping(produces = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8")
    @ResponseBody
    String keep(@RequestParam UUID key, @RequestParam MultiValueMap<String, String> sent) {
        Map<String, List<String>> typed = TypedFields.of(sent);
        return TypedFields.saySomething(typed)
                ? texts.message(
                        "ledger.draft-saved", List.of(formats.time(doing.keep().keep(key, typed))))
                : "";
    }

    /** By hand, for later. */
    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping("/later")
    String later(@RequestParam UUID key, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        Map<String, List<String>> typed = TypedFields.of(sent);
        if (TypedFields.saySomething(typed)) {
            doing.keep().keep(key, typed);
            flash.addFlashAttribute("toast", Toast.of("ledger.draft-kept"));
        }
        return "redirect:/ledger/entries/drafts";
    }

    @PostMapping("/{draft}/discard")
    String discard(@PathVariable UUID draft, RedirectAttributes flash) {
        doing.discard().discard(draft);
        flash.addFlashAttribute(
                "toast", Toast.of("ledger.draft-discarded").withUndo("/ledger/entries/drafts/" + draft + "/restore"));
        return "redirect:/ledger/entries/drafts";
    }

    @PostMapping("/{draft}/restore")
    String restore(@PathVariable UUID draft, RedirectAttributes flash) {
        doing.restore().restore(draft);
        flash.addFlashAttribute("toast", Toast.of("ledger.draft-restored"));
        return "redirect:/ledger/entries/drafts";
    }
}
