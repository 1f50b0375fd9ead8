package io.simbaerp.ledger.entry.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.draft.EntryDrafts;
import io.simbaerp.ledger.draft.PostDraftedEntry;
import io.simbaerp.ledger.proposal.CorrectProposedEntry;
import io.simbaerp.ledger.proposal.ProposeEntry;
import io.simbaerp.ledger.vat.PostEntryByHand;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The posting desk: an entry typed by hand, judged before it is posted, posted once; then the next one. */
@Controller
@RequestMapping("/ledger/entries/new")
class ManualEntryController {

    private final ManualEntries manual;
    private final EntryForms forms;
    private final SourceDocuments sources;
    private final ByHand byHand;
    private final EntryDrafts drafts;
    private final RuleTexts texts;

    ManualEntryController(
            ManualEntries manual,
            EntryForms forms,
            SourceDocuments sources,
            ByHand byHand,
            EntryDrafts drafts,
            RuleTexts texts) {
        this.drafts = drafts;
        this.manual = manual;
        this.forms = forms;
        this.byHand = byHand;
        this.sources = sources;
        this.texts = texts;
    }

    /** What becomes of an entry that was typed. */
    @Component
    record ByHand(
            PostDraftedEntry post,
            PostEntryByHand.Preview preview,
            ProposeEntry propose,
            CorrectProposedEntry correct) {}

    /**
     * An empty form, a copy of another entry, a proposal to be corrected, or a draft that goes on; with the journal and the
     * dates of the one before, beside a document.
     */
    @GetMapping
    ModelAndView empty(
            @RequestParam(required = false) @Nullable UUID copy,
            @RequestParam(required = false) @Nullable UUID proposal,
            @RequestParam(required = false) @Nullable UUID document,
            @RequestParam(required = false) @Nullable UUID draft,
            @RequestParam MultiValueMap<String, String> before) {
        sources.requireDuty();
        if (proposal != null) {
            return page(EntryView.of(forms.ofProposal(proposal)));
        }
        if (draft != null) {
            EntryDrafts.Draft kept = drafts.find(draft).orElseThrow(() -> new NotFound("entry-draft", draft));
            return page(EntryView.resumed(ManualEntryForm.of(kept.id(), kept.fields()), kept.savedAt()));
        }
        ManualEntryForm form = copy == null ? forms.empty(before) : forms.copyOf(copy);
        return page(EntryView.of(document == null ? form : form.from(sources.of(document))));
    }

    @PostMapping("/preview")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> sent) {
        ManualEntryForm form = ManualEntryForm.of(sent);
        try {
            sources.requireByHand(form);
            JournalEntryDraft entry = manual.draft(form);
            return page(EntryView.judged(form, byHand.preview().total(entry), entry));
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    /** The same form with the lines of a template below its own. */
    @PostMapping("/template")
    ModelAndView template(
            @RequestParam(defaultValue = "") String template,
            @RequestParam(defaultValue = "") String templateAmount,
            @RequestParam MultiValueMap<String, String> sent) {
        sources.requireDuty();
        ManualEntryForm form = ManualEntryForm.of(sent);
        try {
            return page(EntryView.sent(forms.withTemplate(form, template, templateAmount)));
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    /** Where no script does it: the same form with the lines of tax in it. */
    @PostMapping("/vat")
    ModelAndView vat(@RequestParam MultiValueMap<String, String> sent) {
        sources.requireDuty();
        ManualEntryForm form = ManualEntryForm.of(sent);
        try {
            return page(EntryView.sent(forms.withVat(form)));
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    @PostMapping
    ModelAndView post(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        ManualEntryForm form = ManualEntryForm.of(sent);
        UUID proposal = form.proposal();
        if (proposal != null) {
            return correct(proposal, form, flash);
        }
        JournalEntryId posted;
        try {
            sources.requireByHand(form);
            posted = byHand.post().post(manual.draft(form));
        } catch (RuleViolation refused) {
            return refused.rule().equals("journal-entry.approval-needed") ? propose(form, flash) : again(form, refused);
        }
        String entry = "/ledger/entries/" + posted;
        if ("show".equals(sent.getFirst("then"))) {
            flash.addFlashAttribute("toast", Toast.of("ledger.entry-posted"));
            return new ModelAndView("redirect:" + entry);
        }
        flash.addFlashAttribute(
                "toast",
                Toast.of("ledger.entry-posted-number", forms.numberOf(posted)).withLink(entry, "ledger.entry-show"));
        UUID next = sources.after(form);
        if (next != null) {
            flash.addAttribute("document", next);
        }
        flash.addAttribute("journal", form.journal());
        flash.addAttribute("postingDate", form.postingDate());
        return new ModelAndView("redirect:/ledger/entries/new");
    }

    /** Above the company's limit the same entry waits for a second person. */
    private ModelAndView propose(ManualEntryForm form, RedirectAttributes flash) {
        try {
            UUID proposal = byHand.propose().propose(manual.draft(form));
            flash.addFlashAttribute("toast", Toast.of("ledger.entry-proposed"));
            return new ModelAndView("redirect:/ledger/proposals/" + proposal);
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    /** What came back is asked for anew as it was corrected. */
    private ModelAndView correct(UUID proposal, ManualEntryForm form, RedirectAttributes flash) {
        try {
            sources.requireByHand(form);
            byHand.correct().correct(proposal, manual.draft(form));
            flash.addFlashAttribute("toast", Toast.of("ledger.entry-corrected"));
            return new ModelAndView("redirect:/ledger/proposals/" + proposal);
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    private ModelAndView again(ManualEntryForm form, RuleViolation refused) {
        ModelAndView page = page(EntryView.sent(form));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(EntryView view) {
        return new ModelAndView("ledger/entry-form", "view", view)
                .addObject("books", forms.books(drafts.count()))
                .addObject("source", sources.beside(view.form()))
                .addObject("proposal", forms.proposal(view.form()));
    }
}
