package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.ReverseJournalEntry;
import io.simbaerp.ledger.entry.EntryNeighbours;
import io.simbaerp.page.Page;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Journal entries: the list, one of them, and taking it back. */
@Controller
@RequestMapping("/ledger/entries")
class JournalEntryController {

    private static final int PAGE_SIZE = 50;

    private final JournalEntries entries;
    private final ReverseJournalEntry reverse;
    private final EntryPage entryPage;
    private final EntryNeighbours neighbours;
    private final Permission permission;
    private final RuleTexts texts;

    JournalEntryController(
            JournalEntries entries,
            ReverseJournalEntry reverse,
            EntryPage entryPage,
            EntryNeighbours neighbours,
            Permission permission,
            RuleTexts texts) {
        this.entries = entries;
        this.reverse = reverse;
        this.entryPage = entryPage;
        this.neighbours = neighbours;
        this.permission = permission;
        this.texts = texts;
    }

    /**
     * The list as it is shown.
     *
     * @param address the list's own address with its filter, without paging
     * @param posts whether the reader may post an entry
     */
    record ListView(
            JournalEntries.Filter filter,
            List<JournalEntries.JournalView> journals,
            Page<JournalEntries.EntryRow> page,
            String address,
            boolean posts) {}

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String journal,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        JournalEntries.Filter filter =
                new JournalEntries.Filter(journal == null || journal.isBlank() ? null : journal, from, to);
        Page<JournalEntries.EntryRow> page =
                Page.cut(entries.list(filter, after, PAGE_SIZE + 1), PAGE_SIZE, JournalEntries.EntryRow::cursor);
        model.addAttribute(
                "view",
                new ListView(
                        filter, entries.journals(), page, address(filter), permission.has(Duty.POST_JOURNAL_ENTRY)));
        return "ledger/entries";
    }

    /**
     * What stands beside an entry.
     *
     * @param filter that of the list it was opened from
     * @param posts whether the reader may copy it
     */
    record Beside(EntryNeighbours.Around entries, JournalEntries.Filter filter, boolean posts) {}

    /** One entry, and those beside it in the list it was opened from. */
    @GetMapping("/{id}")
    String entry(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String journal,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Model model) {
        JournalEntries.Filter filter =
                new JournalEntries.Filter(journal == null || journal.isBlank() ? null : journal, from, to);
        EntryPage.EntryView view = entryPage.of(id);
        model.addAttribute("view", view);
        model.addAttribute(
                "beside",
                new Beside(neighbours.of(view.entry(), filter), filter, permission.has(Duty.POST_JOURNAL_ENTRY)));
        return "ledger/entry";
    }

    @PostMapping("/{id}/reversal")
    ModelAndView reverse(
            @PathVariable UUID id,
            @RequestParam EntryKind kind,
            @RequestParam LocalDate postingDate,
            @RequestParam String periodCode,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            JournalEntryId reversal =
                    reverse.reverse(new JournalEntryId(id), kind, postingDate, periodCode.strip(), reason.strip());
            flash.addFlashAttribute("toast", Toast.of("ledger.reversed"));
            return new ModelAndView("redirect:/ledger/entries/" + reversal);
        } catch (RuleViolation refused) {
            return again(id, new EntryPage.Wanted(kind, postingDate, periodCode.strip(), reason.strip()), refused);
        }
    }

    /** The entry that would take it back, before it does. */
    @PostMapping("/{id}/reversal/preview")
    ModelAndView preview(
            @PathVariable UUID id,
            @RequestParam EntryKind kind,
            @RequestParam LocalDate postingDate,
            @RequestParam String periodCode,
            @RequestParam(defaultValue = "") String reason) {
        EntryPage.Wanted wanted = new EntryPage.Wanted(kind, postingDate, periodCode.strip(), reason.strip());
        try {
            return new ModelAndView("ledger/entry", "view", entryPage.judged(id, wanted));
        } catch (RuleViolation refused) {
            return again(id, wanted, refused);
        }
    }

    private ModelAndView again(UUID id, EntryPage.Wanted wanted, RuleViolation refused) {
        ModelAndView again = new ModelAndView("ledger/entry", HttpStatus.UNPROCESSABLE_CONTENT);
        again.addObject("view", entryPage.of(id, wanted, null));
        again.addObject("problem", texts.problem(refused));
        return again;
    }

    private static String address(JournalEntries.Filter filter) {
        StringBuilder address = new StringBuilder("/ledger/entries?");
        address.append("journal=").append(filter.journal() == null ? "" : filter.journal());
        if (filter.from() != null) {
            address.append("&from=").append(filter.from());
        }
        if (filter.to() != null) {
            address.append("&to=").append(filter.to());
        }
        return address.toString();
    }
}
