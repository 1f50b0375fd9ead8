package io.simbaerp.reporting.statement;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.report.CashMovements;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.page.Page;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import io.simbaerp.reporting.books.BookInputs;
import io.simbaerp.reporting.statement.Layout.Part;
import io.simbaerp.reporting.statement.Layout.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The movements of cash behind a position of the cash flow, each with its entry and document. */
@Query(Duty.VIEW_LEDGER)
class CashMovementsReport implements Report {

    private final CashFlows flows;
    private final CashMovements movements;
    private final Statements statements;
    private final BookInputs inputs;
    private final ReportWords words;

    CashMovementsReport(
            CashFlows flows, CashMovements movements, Statements statements, BookInputs inputs, ReportWords words) {
        this.flows = flows;
        this.movements = movements;
        this.statements = statements;
        this.inputs = inputs;
        this.words = words;
    }

    @Override
    public String name() {
        return "cash-movements";
    }

    @Override
    public Shelf shelf() {
        return Shelf.STATEMENTS;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        CashFlows.Asked asked = flows.asked(request);
        List<ReportInput> all = new ArrayList<>(
                words.period(asked.filter().from(), asked.filter().to()));
        List<ReportInput.Option> positions = new ArrayList<>();
        positions.add(new ReportInput.Option("", words.word("position.none")));
        asked.layout().positions().stream()
                .filter(position -> position.part() == Part.CASH && !position.isFormula() && !isStanding(position))
                .forEach(position -> positions.add(new ReportInput.Option(
                        position.code(), position.code() + " " + position.name(request.language()))));
        all.add(words.choiceOf("position", request.text("position", ""), positions));
        all.add(ReportInput.of(
                "accounts", words.word("input.counter-accounts"), ReportInput.Kind.TEXT, request.text("accounts", "")));
        all.add(words.choice("layout", asked.layout().name(), Layout.NAMES));
        all.add(words.known(request));
        return all;
    }

    /** @throws NotFound if the layout has no such position */
    @Override
    public ReportTable table(ReportRequest request, int limit) {
        CashFlows.Asked asked = flows.asked(request);
        Map<String, AccountView> accounts =
                asked.chart().stream().collect(Collectors.toMap(AccountView::code, Function.identity()));
        List<CashMovements.Flow> wanted = wanted(asked, accounts, request);
        Page<CashMovements.Movement> page = movements.movements(asked.filter(), wanted, request.after(), limit);
        List<Row> rows = page.items().stream()
                .map(movement -> row(movement, asked.layout(), accounts))
                .toList();
        return new ReportTable(
                facts(asked, request),
                null,
                List.of(
                        words.date("postingDate"),
                        words.text("entry", "w-number"),
                        words.text("text", ""),
                        words.text("document", "w-number"),
                        words.text("counter", "w-state"),
                        words.text("position", "w-number"),
                        words.figure("received"),
                        words.figure("paid")),
                rows,
                page.next() == null && !rows.isEmpty() ? List.of(total(wanted)) : List.of(),
                List.of(),
                page.next());
    }

    private List<CashMovements.Flow> wanted(
            CashFlows.Asked asked, Map<String, AccountView> accounts, ReportRequest request) {
        String code = request.text("position");
        Position position = code == null ? null : asked.layout().position(Part.CASH, code);
        List<String> codes = request.texts("accounts");
        return movements.flows(asked.filter()).stream()
                .filter(flow -> codes.isEmpty() || codes.contains(flow.account()))
                .filter(flow -> position == null
                        || place(flow, asked.layout(), accounts).isWithin(position))
                .toList();
    }

    private static Position place(CashMovements.Flow flow, Layout layout, Map<String, AccountView> accounts) {
        return layout.flowOf(Objects.requireNonNull(accounts.get(flow.account())), flow.side());
    }

    private static boolean isStanding(Position position) {
        return position.isFor(Layout.OPENING) || position.isFor(Layout.CLOSING);
    }

    private List<String> facts(CashFlows.Asked asked, ReportRequest request) {
        List<String> facts = new ArrayList<>(inputs.facts(
                asked.filter().from(),
                asked.filter().to(),
                new Extract(null, asked.filter().knownOn())));
        String code = request.text("position");
        if (code != null) {
            facts.add(0, code + " " + asked.layout().position(Part.CASH, code).name(request.language()));
        }
        return facts;
    }

    private Row row(CashMovements.Movement movement, Layout layout, Map<String, AccountView> accounts) {
        CashMovements.Flow flow = movement.flow();
        boolean received = flow.side() == Side.CREDIT;
        return Row.of(
                Style.PLAIN,
                0,
                Cell.of(movement.postingDate()),
                new Cell(
                        movement.entryNumber(),
                        "/ledger/entries/" + movement.entryId().value()),
                Cell.of(movement.narration()),
                Cell.document(movement.documentNumber(), movement.documentId()),
                Cell.of(flow.account()),
                Cell.of(place(flow, layout, accounts).code()),
                received ? Cell.of(flow.amount()) : Cell.EMPTY,
                received ? Cell.EMPTY : Cell.of(flow.amount()));
    }

    private Row total(List<CashMovements.Flow> wanted) {
        return Row.of(
                Style.STRONG,
                0,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.of(words.word("total")),
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.EMPTY,
                Cell.of(sum(wanted, Side.CREDIT)),
                Cell.of(sum(wanted, Side.DEBIT)));
    }

    private Money sum(List<CashMovements.Flow> wanted, Side side) {
        return wanted.stream()
                .filter(flow -> flow.side() == side)
                .map(CashMovements.Flow::amount)
                .reduce(Money.zero(CurrencyCode.of(inputs.currency())), Money::plus);
    }
}
