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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The general ledger: account by account what stood there, every line, and what stands there now. */
@Query(Duty.VIEW_LEDGER)
class GeneralLedgerReport implements Report {

    private final GeneralLedger ledger;
    private final AccountSums sums;
    private final ChartOfAccounts accounts;
    private final BookInputs inputs;
    private final ReportWords words;

    GeneralLedgerReport(
            GeneralLedger ledger, AccountSums sums, ChartOfAccounts accounts, BookInputs inputs, ReportWords words) {
        this.ledger = ledger;
        this.sums = sums;
        this.accounts = accounts;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "general-ledger";
    }

    @Override
    public Shelf shelf() {
        return Shelf.BOOKS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        List<ReportInput> all = new ArrayList<>(inputs.inputs(request));
        all.add(
                2,
                ReportInput.of(
                        "accounts", words.word("input.accounts"), ReportInput.Kind.TEXT, request.text("accounts", "")));
        return all;
    }

    /**
     * @throws NotFound if there is no such account
     * @throws RuleViolation report.days-out-of-order
     */
    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate from = inputs.from(request);
        LocalDate to = inputs.to(request);
        Extract extract = inputs.extract(request);
        List<AccountView> chart = accounts.all();
        GeneralLedger.Filter filter = new GeneralLedger.Filter(chosen(request, chart), from, to, extract);
        Page<GeneralLedger.Line> page = ledger.lines(filter, request.after(), limit);
        Map<String, List<GeneralLedger.Line>> byAccount =
                page.items().stream().collect(Collectors.groupingBy(GeneralLedger.Line::account));
        Map<String, TrialBalance.Row> balances = new HashMap<>();
        sums.of(from, to, extract).forEach(row -> balances.put(row.account(), row));
        List<Row> rows = new ArrayList<>();
        Span span = Span.of(request.after(), page);
        for (AccountView account : span.within(chart)) {
            boolean wanted = filter.accounts().isEmpty() || filter.accounts().contains(account.code());
            if (wanted && account.postable()) {
                add(rows, account, request, filter, balances.get(account.code()), byAccount.get(account.code()), span);
            }
        }
        return new ReportTable(
                inputs.facts(from, to, extract),
                null,
                LedgerLines.columns(words),
                rows,
                List.of(),
                List.of(),
                page.next());
    }

    /** Codes separated by commas; an account with others below it stands for them. */
    private static List<String> chosen(ReportRequest request, List<AccountView> chart) {
        AccountTree tree = new AccountTree(chart);
        List<String> codes = new ArrayList<>();
        for (String code : request.texts("accounts")) {
            if (tree.find(code) == null) {
                throw new NotFound("account", code);
            }
            codes.addAll(tree.withThoseBelow(code));
        }
        return codes;
    }

    private void add(
            List<Row> rows,
            AccountView account,
            ReportRequest request,
            GeneralLedger.Filter filter,
            TrialBalance.@Nullable Row known,
            @Nullable List<GeneralLedger.Line> lines,
            Span span) {
        String after = request.after();
        boolean continued = after != null && account.code().equals(span.first());
        if (lines == null && (known == null || continued)) {
            return;
        }
        TrialBalance.Row sum = known == null ? nothing(account) : known;
        Money balance =
                after != null && continued ? sum.opening().plus(ledger.movedUntil(filter, after)) : sum.opening();
        String name = account.name(request.language());
        String href = BookInputs.lines(account.code(), filter.from(), filter.to(), request);
        String head = continued ? name + " · " + words.word("carried-forward") : name;
        rows.add(LedgerLines.sum(Style.SUM, account.code(), href, head, null, null, balance));
        for (GeneralLedger.Line line : lines == null ? List.<GeneralLedger.Line>of() : lines) {
            balance = balance.plus(line.movement());
            rows.add(LedgerLines.line(line, balance));
        }
        if (!account.code().equals(span.cutIn())) {
            String closing = words.word("closing-of", account.code());
            rows.add(LedgerLines.sum(Style.STRONG, null, null, closing, sum.debit(), sum.credit(), sum.closing()));
        }
    }

    private TrialBalance.Row nothing(AccountView account) {
        Money zero = Money.zero(CurrencyCode.of(inputs.currency()));
        return new TrialBalance.Row(
                account.code(), account.nameEn(), account.namePl(), account.type(), zero, zero, zero, zero);
    }

    /**
     * Which accounts a page shows, by the accounts its neighbours end and begin with.
     *
     * @param first the account the page before ended in
     * @param cutIn the account this page ends in
     */
    private record Span(@Nullable String first, @Nullable String cutIn) {

        static Span of(@Nullable String after, Page<GeneralLedger.Line> page) {
            String next = page.next();
            return new Span(after == null ? null : account(after), next == null ? null : account(next));
        }

        private static String account(String key) {
            String[] parts = key.split("_", 4);
            return parts[parts.length - 1];
        }

        /** In the order of the chart, which is that of the database. */
        List<AccountView> within(List<AccountView> chart) {
            List<String> codes = chart.stream().map(AccountView::code).toList();
            int begin = first == null ? 0 : Math.max(0, codes.indexOf(first));
            int end = cutIn == null ? codes.size() : codes.indexOf(cutIn) + 1;
            return chart.subList(begin, Math.max(begin, end));
        }
    }
}
