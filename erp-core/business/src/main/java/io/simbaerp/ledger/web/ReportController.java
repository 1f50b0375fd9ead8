package io.simbaerp.ledger.web;

import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.AccountStatement;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.money.Money;
import io.simbaerp.page.CsvTable;
import io.simbaerp.page.RuleTexts;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The trial balance and, one step down, the statement of an account. */
@Controller
class ReportController {

    private static final int STATEMENT_LINES = 100;
    private static final int MOST_LINES_IN_A_FILE = 100_000;

    private final TrialBalance trialBalance;
    private final AccountStatement statement;
    private final ChartOfAccounts accounts;
    private final BusinessDay businessDay;
    private final RuleTexts texts;

    ReportController(
            TrialBalance trialBalance,
            AccountStatement statement,
            ChartOfAccounts accounts,
            BusinessDay businessDay,
            RuleTexts texts) {
        this.trialBalance = trialBalance;
        this.statement = statement;
        this.accounts = accounts;
        this.businessDay = businessDay;
        this.texts = texts;
    }

    /** A statement and how one goes on in it. */
    record StatementView(
            AccountStatement.Report report,
            String name,
            @Nullable String after) {}

    @GetMapping("/ledger/trial-balance")
    String trialBalance(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(defaultValue = "false") boolean compare,
            Locale language,
            Model model) {
        model.addAttribute("view", view(from, to, compare, language));
        return "ledger/trial-balance";
    }

    @GetMapping("/ledger/trial-balance.csv")
    ResponseEntity<byte[]> trialBalanceFile(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            Locale language) {
        TrialBalanceView view = view(from, to, false, language);
        CsvTable table = CsvTable.withHead(
                word("ledger.account"),
                word("ledger.name"),
                word("ledger.opening-debit"),
                word("ledger.opening-credit"),
                word("ledger.debit"),
                word("ledger.credit"),
                word("ledger.closing-debit"),
                word("ledger.closing-credit"),
                word("ledger.currency"));
        for (TrialBalanceView.Row row : view.rows()) {
            if (!row.sum()) {
                table.row(
                        row.account(),
                        row.name(),
                        plain(row.openingDebit()),
                        plain(row.openingCredit()),
                        plain(row.debit()),
                        plain(row.credit()),
                        plain(row.closingDebit()),
                        plain(row.closingCredit()),
                        view.currency());
            }
        }
        return file("trial-balance-" + view.from() + "-" + view.to() + ".csv", table);
    }

    @GetMapping("/ledger/accounts/{code}")
    String statement(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @RequestParam(required = false) @Nullable String after,
            Locale language,
            Model model) {
        LocalDate today = businessDay.today();
        AccountStatement.Report report = statement.of(
                code, from == null ? today.withDayOfYear(1) : from, to == null ? today : to, after, STATEMENT_LINES);
        model.addAttribute("view", new StatementView(report, report.account().name(language.getLanguage()), after));
        return "ledger/account-statement";
    }

    @GetMapping("/ledger/accounts/{code}/statement.csv")
    ResponseEntity<byte[]> statementFile(
            @PathVariable String code, @RequestParam LocalDate from, @RequestParam LocalDate to) {
        AccountStatement.Report report = statement.of(code, from, to, null, MOST_LINES_IN_A_FILE);
        CsvTable table = CsvTable.withHead(
                word("ledger.posting-date"),
                word("ledger.entry"),
                word("ledger.narration"),
                word("ledger.document-number"),
                word("ledger.contra"),
                word("ledger.debit"),
                word("ledger.credit"),
                word("ledger.balance"),
                word("ledger.currency"));
        for (AccountStatement.Row row : report.rows()) {
            table.row(
                    row.postingDate(),
                    row.entryNumber(),
                    row.narration(),
                    row.documentNumber(),
                    row.contra(),
                    plain(row.debit()),
                    plain(row.credit()),
                    plain(row.balance()),
                    report.opening().currency());
        }
        return file("account-" + code + "-" + from + "-" + to + ".csv", table);
    }

    /** Without days: the month so far. */
    private TrialBalanceView view(@Nullable LocalDate from, @Nullable LocalDate to, boolean compare, Locale language) {
        LocalDate today = businessDay.today();
        LocalDate first = from == null ? today.withDayOfMonth(1) : from;
        LocalDate last = to == null ? first.withDayOfMonth(first.lengthOfMonth()) : to;
        return TrialBalanceView.of(
                trialBalance.of(first, last),
                compare ? trialBalance.of(first.minusYears(1), last.minusYears(1)) : null,
                TrialBalanceView.byCode(accounts.all()),
                language.getLanguage());
    }

    private String word(String key) {
        return texts.message(key, List.of());
    }

    private static String plain(@Nullable Money amount) {
        return amount == null ? "" : amount.amount().toPlainString().replace('.', ',');
    }

    static ResponseEntity<byte[]> file(String name, CsvTable table) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(table.bytes());
    }
}
