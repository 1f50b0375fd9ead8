package io.simbaerp.ledger.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.ledger.AccountStatement;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books for programs. Names come in the language of the request. */
@RestController
@RequestMapping("/api/v1")
class LedgerResource {

    private static final int MOST = 200;

    private final JournalEntries entries;
    private final TrialBalance trialBalance;
    private final ChartOfAccounts accounts;
    private final AccountStatement statement;

    LedgerResource(
            JournalEntries entries, TrialBalance trialBalance, ChartOfAccounts accounts, AccountStatement statement) {
        this.entries = entries;
        this.trialBalance = trialBalance;
        this.accounts = accounts;
        this.statement = statement;
    }

    /** The trial balance. Opening and closing are debit minus credit. */
    record TrialBalanceJson(LocalDate from, LocalDate to, List<RowJson> rows, TrialBalance.Totals totals) {}

    /** A row of it. */
    record RowJson(String account, String name, Money opening, Money debit, Money credit, Money closing) {}

    /** An account of the chart. */
    record AccountJson(
            String account,
            String name,
            String type,
            String normalSide,
            @Nullable String parent,
            @Nullable String control,
            boolean costCentreRequired,
            boolean postable,
            boolean active) {}

    /** The lines of an account with the balance after each. */
    record StatementJson(
            String account,
            LocalDate from,
            LocalDate to,
            Money opening,
            Money closing,
            List<StatementLineJson> items,
            @Nullable String next) {}

    /** A line of it. */
    record StatementLineJson(
            UUID journalEntryId,
            String number,
            LocalDate postingDate,
            String narration,
            @Nullable UUID documentId,
            @Nullable String documentNumber,
            @Nullable Money debit,
            @Nullable Money credit,
            Money balance) {}

    @GetMapping("/reports/trial-balance")
    TrialBalanceJson trialBalance(@RequestParam LocalDate from, @RequestParam LocalDate to, Locale language) {
        TrialBalance.Report report = trialBalance.of(from, to);
        List<RowJson> rows = report.rows().stream()
                .map(row -> new RowJson(
                        row.account(),
                        row.name(language.getLanguage()),
                        row.opening(),
                        row.debit(),
                        row.credit(),
                        row.closing()))
                .toList();
        return new TrialBalanceJson(report.from(), report.to(), rows, report.totals());
    }

    @GetMapping("/journal-entries")
    Page<EntryJson.Row> entries(
            @RequestParam(required = false) @Nullable String journal,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.max(1, Math.min(limit, MOST));
        List<JournalEntries.EntryRow> rows =
                entries.list(new JournalEntries.Filter(journal, from, to), after, most + 1);
        return Page.cut(rows, most, JournalEntries.EntryRow::cursor).map(EntryJson.Row::of);
    }

    @GetMapping("/journal-entries/{id}")
    EntryJson entry(@PathVariable UUID id, Locale language) {
        return entries.byId(new JournalEntryId(id))
                .map(entry -> EntryJson.of(entry, language.getLanguage()))
                .orElseThrow(() -> new NotFound("journal-entry", id));
    }

    @GetMapping("/accounts")
    Page<AccountJson> accounts(@RequestParam(required = false) @Nullable String text, Locale language) {
        List<AccountView> found = text == null ? accounts.all() : accounts.search(text, MOST);
        return new Page<>(found.stream().map(account -> json(account, language)).toList(), null);
    }

    @GetMapping("/accounts/{code}")
    AccountJson account(@PathVariable String code, Locale language) {
        return accounts.find(code)
                .map(account -> json(account, language))
                .orElseThrow(() -> new NotFound("account", code));
    }

    @GetMapping("/accounts/{code}/statement")
    StatementJson statement(
            @PathVariable String code,
            @RequestParam LocalDate from,
            @RequestParam LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit) {
        AccountStatement.Report report = statement.of(code, from, to, after, Math.max(1, Math.min(limit, MOST)));
        List<StatementLineJson> lines = report.rows().stream()
                .map(row -> new StatementLineJson(
                        row.entryId().value(),
                        row.entryNumber(),
                        row.postingDate(),
                        row.narration(),
                        row.documentId(),
                        row.documentNumber(),
                        row.debit(),
                        row.credit(),
                        row.balance()))
                .toList();
        return new StatementJson(code, from, to, report.opening(), report.closing(), lines, report.next());
    }

    private static AccountJson json(AccountView account, Locale language) {
        return new AccountJson(
                account.code(),
                account.name(language.getLanguage()),
                account.type().name(),
                account.normalSide().name(),
                account.parent(),
                account.control(),
                account.costCentreRequired(),
                account.postable(),
                account.active());
    }
}
