package io.simbaerp.ledger.reversal.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.dimension.Axes;
import io.simbaerp.ledger.dimension.EnteredDimensions;
import io.simbaerp.ledger.reversal.LineReversals;
import io.simbaerp.ledger.reversal.LinesToReverse;
import io.simbaerp.ledger.reversal.ReverseLines;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Chooses lines of an entry, shows what would take them back, and does it. */
@Controller
@RequestMapping("/ledger/entries/{id}/line-reversal")
class LineReversalController {

    private final ReverseLines reverse;
    private final ReverseLines.Preview preview;
    private final Offer offer;
    private final ReversalPeriods periods;
    private final RuleTexts texts;

    LineReversalController(
            ReverseLines reverse, ReverseLines.Preview preview, Offer offer, ReversalPeriods periods, RuleTexts texts) {
        this.reverse = reverse;
        this.preview = preview;
        this.offer = offer;
        this.periods = periods;
        this.texts = texts;
    }

    /** What the form shows. */
    @Component
    record Offer(JournalEntries entries, LineReversals reversals, Axes axes, BusinessDay businessDay) {}

    /** What was entered. */
    record Entered(
            List<Integer> lines,
            EntryKind kind,
            LocalDate postingDate,
            String period,
            String reason,
            String restAccount,
            String restCostCentre,
            Map<String, String> restDimensions) {}

    /**
     * The form.
     *
     * @param taken numbers of the lines that were taken back, with the entry that did
     * @param would the lines of the entry that would be posted, once it was checked
     */
    record FormView(
            JournalEntryDetails entry,
            Map<Integer, String> taken,
            List<String> openPeriods,
            List<Axes.Choice> axes,
            Entered entered,
            List<LineDraft> would) {}

    @GetMapping
    ModelAndView form(@PathVariable UUID id) {
        LocalDate today = offer.businessDay().today();
        return page(
                id,
                new Entered(List.of(), EntryKind.RED_REVERSAL, today, periods.code(null, today), "", "", "", Map.of()),
                List.of());
    }

    @PostMapping("/preview")
    ModelAndView preview(@PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Entered entered = entered(sent);
        try {
            JournalEntryDraft entry = preview.entry(new JournalEntryId(id), wish(entered));
            return page(id, entered, entry.lines());
        } catch (RuleViolation refused) {
            return refused(id, entered, refused);
        }
    }

    @PostMapping
    ModelAndView reverse(
            @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        Entered entered = entered(sent);
        try {
            JournalEntryId reversal = reverse.reverse(new JournalEntryId(id), wish(entered));
            flash.addFlashAttribute("toast", Toast.of("ledger.lines-reversed"));
            return new ModelAndView("redirect:/ledger/entries/" + reversal);
        } catch (RuleViolation refused) {
            return refused(id, entered, refused);
        }
    }

    private ModelAndView refused(UUID id, Entered entered, RuleViolation refused) {
        ModelAndView page = page(id, entered, List.of());
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(UUID id, Entered entered, List<LineDraft> would) {
        JournalEntryDetails entry =
                offer.entries().byId(new JournalEntryId(id)).orElseThrow(() -> new NotFound("journal-entry", id));
        return new ModelAndView(
                "ledger/line-reversal",
                "view",
                new FormView(
                        entry,
                        offer.reversals().of(entry.id()).stream()
                                .collect(Collectors.toMap(LineReversals.LineReversal::line, taken -> taken.reversal()
                                        .number())),
                        periods.open(entry.postingDate()),
                        offer.axes().choices(),
                        entered,
                        would));
    }

    private static LinesToReverse wish(Entered entered) {
        return new LinesToReverse(
                entered.lines(),
                entered.kind(),
                entered.postingDate(),
                entered.period(),
                entered.reason(),
                entered.restAccount().isEmpty()
                        ? null
                        : new LinesToReverse.Rest(
                                entered.restAccount(),
                                entered.restCostCentre().isEmpty() ? null : entered.restCostCentre(),
                                entered.restDimensions()));
    }

    private Entered entered(MultiValueMap<String, String> sent) {
        LocalDate day = day(sent.getFirst("postingDate"));
        List<Integer> lines = new ArrayList<>();
        sent.getOrDefault("line", List.of()).forEach(line -> {
            if (line.matches("[0-9]{1,4}")) {
                lines.add(Integer.valueOf(line));
            }
        });
        return new Entered(
                lines,
                "BLACK_REVERSAL".equals(sent.getFirst("kind")) ? EntryKind.BLACK_REVERSAL : EntryKind.RED_REVERSAL,
                day,
                periods.code(sent.getFirst("periodCode"), day),
                text(sent.getFirst("reason")),
                EnteredDimensions.code(text(sent.getFirst("restAccount"))),
                text(sent.getFirst("restCostCentre")),
                EnteredDimensions.of(sent, 0));
    }

    private LocalDate day(@Nullable String sent) {
        if (sent == null || sent.isBlank()) {
            return offer.businessDay().today();
        }
        try {
            return LocalDate.parse(sent.strip());
        } catch (DateTimeParseException unreadable) {
            throw RuleViolation.ofField("postingDate", "journal-entry.day-unreadable", sent);
        }
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent.strip();
    }
}
