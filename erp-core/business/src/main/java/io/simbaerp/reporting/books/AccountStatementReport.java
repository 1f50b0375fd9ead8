package io.simbaerp.reporting.books;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.ledger.report.GeneralLedger;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The statement of one account: every line with the balance after it. */
@Query(Duty.VIEW_LEDGER)
class AccountStatementReport implements Report {

    private final GeneralLedger ledger;
    private final AccountSums sums;
    private final ChartOfAccounts accounts;
    private final BookInputs inputs;
    private final ReportWords words;

    AccountStatementReport(
            GeneralLedger ledger, AccountSums sums, ChartOfAccounts accounts, BookInputs inputs, ReportWords words) {
        this.ledger = ledger;
        this.sums = sums;
        this.accounts = accounts;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "account-statement";
    }

    @Override
    public Shelf shelf() {
        return Shelf.BOOKS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>();
        all.add(words.choiceOf(
                "account",
                account(request).code(),
                accounts.postable().stream()
                        .map(account -> new ReportInput.Option(
                                account.code(), account.code() + " " + account.name(request.language())))
                        .toList()));
        all.addAll(words.period(from(request), to(request)));
        all.add(inputs.costCentre(request));
        all.addAll(inputs.axes(request));
        all.add(words.known(request));
        return all;
    }

    /**
     * @throws NotFound if there is no such account
     * @throws RuleViolation report.days-out-of-order
     */
    @Override
    public ReportTable table(ReportRequest request, int limit) {
        AccountView account = account(request);
        LocalDate from = from(request);
        LocalDate to = to(request);
        Extract extract = inputs.extract(request);
        TrialBalance.Row sum = sum(account, from, to, extract);
        GeneralLedger.Filter filter = new GeneralLedger.Filter(List.of(account.code()), from, to, extract);
        Page<GeneralLedger.Line> page = ledger.lines(filter, request.after(), limit);
        List<String> facts = new ArrayList<>(inputs.facts(from, to, extract));
        facts.add(0, account.code() + " " + account.name(request.language()));
        return new ReportTable(
                facts,
                null,
                LedgerLines.columns(words),
                rows(page, filter, sum, request.after()),
                page.next() == null
                        ? List.of(LedgerLines.sum(
                                Style.STRONG,
                                to,
                                null,
                                words.word("movements-and-closing"),
                                sum.debit(),
                                sum.credit(),
                                sum.closing()))
                        : List.of(),
                List.of(),
                page.next());
    }

    private List<Row> rows(
            Page<GeneralLedger.Line> page, GeneralLedger.Filter filter, TrialBalance.Row sum, @Nullable String after) {
        Money balance = sum.opening();
        if (after != null) {
            balance = balance.plus(ledger.movedUntil(filter, after));
        }
        String first = words.word(after == null ? "opening-balance" : "carried-forward");
        List<Row> rows = new ArrayList<>();
        rows.add(LedgerLines.sum(Style.STRONG, filter.from(), null, first, null, null, balance));
        for (GeneralLedger.Line line : page.items()) {
            balance = balance.plus(line.movement());
            rows.add(LedgerLines.line(line, balance));
        }
        return rows;
    }

    private LocalDate from(ReportRequest request) {
        return request.day("from", request.today().withDayOfYear(1));
    }

    private LocalDate to(ReportRequest request) {
        LocalDate from = from(request);
        return request.day(
                "to", from.isAfter(request.today()) ? from.withDayOfMonth(from.lengthOfMonth()) : request.today());
    }

    private AccountView account(ReportRequest request) {
        String code = request.text("account");
        if (code == null) {
            return accounts.postable().stream().findFirst().orElseThrow(() -> new NotFound("account", ""));
        }
        return accounts.find(code).orElseThrow(() -> new NotFound("account", code));
    }

    private TrialBalance.Row sum(AccountView account, LocalDate from, LocalDate to, Extract extract) {
        return sums.of(from, to, extract).stream()
                .filter(row -> row.account().equals(account.code()))
                .findFirst()
                .orElseGet(() -> {
                    Money zero = Money.zero(CurrencyCode.of(inputs.currency()));
                    return new TrialBalance.Row(
                            account.code(), account.nameEn(), account.namePl(), account.type(), zero, zero, zero, zero);
                });
    }
}
