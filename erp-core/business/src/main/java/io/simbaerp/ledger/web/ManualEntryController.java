package io.simbaerp.ledger.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.money.Money;
import io.simbaerp.page.RuleTexts;
import io.simbaerp.page.Toast;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
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

/** An entry typed by hand: judged before it is posted, posted once. */
@Controller
@RequestMapping("/ledger/entries/new")
class ManualEntryController {

    private final ManualEntries manual;
    private final PostJournalEntry post;
    private final PostJournalEntry.Preview preview;
    private final Books books;
    private final Permission permission;
    private final RuleTexts texts;

    ManualEntryController(
            ManualEntries manual,
            PostJournalEntry post,
            PostJournalEntry.Preview preview,
            Books books,
            Permission permission,
            RuleTexts texts) {
        this.manual = manual;
        this.post = post;
        this.preview = preview;
        this.books = books;
        this.permission = permission;
        this.texts = texts;
    }

    /**
     * The form.
     *
     * @param total the sum of an entry that was judged and could be posted
     */
    record ManualView(
            ManualEntryForm form,
            List<JournalEntries.JournalView> journals,
            List<AccountChoice> accounts,
            @Nullable Money total) {

        /** An account as it is chosen. */
        record AccountChoice(String code, String name) {}
    }

    /** What the form offers. */
    @Component
    record Books(JournalEntries entries, ChartOfAccounts chart, BusinessDay businessDay, Clock clock) {}

    @GetMapping
    ModelAndView empty() {
        permission.require(Duty.POST_JOURNAL_ENTRY);
        return page(
                ManualEntryForm.empty(
                        NewId.at(books.clock()).toString(),
                        "PK",
                        books.businessDay().today()),
                null);
    }

    @PostMapping("/preview")
    ModelAndView preview(@RequestParam MultiValueMap<String, String> sent) {
        ManualEntryForm form = ManualEntryForm.of(sent);
        try {
            return page(form, preview.total(manual.draft(form)));
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    @PostMapping
    ModelAndView post(@RequestParam MultiValueMap<String, String> sent, RedirectAttributes flash) {
        ManualEntryForm form = ManualEntryForm.of(sent);
        try {
            JournalEntryDraft draft = manual.draft(form);
            JournalEntryId posted = post.post(draft);
            flash.addFlashAttribute("toast", Toast.of("ledger.entry-posted"));
            return new ModelAndView("redirect:/ledger/entries/" + posted);
        } catch (RuleViolation refused) {
            return again(form, refused);
        }
    }

    private ModelAndView again(ManualEntryForm form, RuleViolation refused) {
        ModelAndView page = page(form, null);
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page.addObject("problem", texts.problem(refused));
    }

    private ModelAndView page(ManualEntryForm form, @Nullable Money total) {
        String language = LocaleContextHolder.getLocale().getLanguage();
        List<ManualView.AccountChoice> accounts = books.chart().all().stream()
                .filter(account -> account.postable() && account.active())
                .map((AccountView account) -> new ManualView.AccountChoice(account.code(), account.name(language)))
                .toList();
        return new ModelAndView(
                "ledger/entry-form",
                "view",
                new ManualView(form.roomy(), books.entries().journals(), accounts, total));
    }
}
