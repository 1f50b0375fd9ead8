package io.simbaerp.reporting.item;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.report.AgedItems;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.Report;
import io.simbaerp.reporting.ReportInput;
import io.simbaerp.reporting.ReportRequest;
import io.simbaerp.reporting.ReportTable;
import io.simbaerp.reporting.ReportTable.Cell;
import io.simbaerp.reporting.ReportTable.Column;
import io.simbaerp.reporting.ReportTable.Kind;
import io.simbaerp.reporting.ReportTable.Row;
import io.simbaerp.reporting.ReportTable.Style;
import io.simbaerp.reporting.ReportWords;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was open on a day by how late it was, party by party and currency by currency, with the items if wanted. */
abstract class AgeingReport implements Report {

    private static final int[] LAST_DAYS = {0, 30, 60, 90};
    private static final List<String> BUCKETS = List.of("not-due", "to-30", "to-60", "to-90", "over-90");

    private final AgedItems items;
    private final CurrentCompany currentCompany;
    private final ReportWords words;
    private final AgedItems.Control control;

    AgeingReport(AgedItems items, CurrentCompany currentCompany, ReportWords words, AgedItems.Control control) {
        this.items = items;
        this.currentCompany = currentCompany;
        this.words = words;
        this.control = control;
    }

    private record Group(UUID partyId, String party, String currency) {}

    @Override
    public Shelf shelf() {
        return Shelf.PARTIES;
    }

    @Override
    public List<ReportInput> inputs(ReportRequest request) {
        return List.of(words.date("on", day(request).toString()), words.known(request), words.tick(request, "items"));
    }

    @Override
    public ReportTable table(ReportRequest request, int limit) {
        LocalDate day = day(request);
        Instant known = request.moment("known");
        UUID party = party(request);
        List<AgedItems.Item> open = items.on(new AgedItems.Filter(control, day, party, known));
        List<Row> rows = rows(open, request);
        List<String> facts = new ArrayList<>(List.of(currentCompany.get().name(), words.word("as-of", day)));
        if (known != null) {
            facts.add(words.knownOn(known));
        }
        if (party != null) {
            facts.addAll(open.stream().map(AgedItems.Item::party).limit(1).toList());
        }
        return new ReportTable(facts, null, columns(), rows, totals(open), List.of(), null);
    }

    private List<Row> rows(List<AgedItems.Item> open, ReportRequest request) {
        Map<Group, List<AgedItems.Item>> groups = new LinkedHashMap<>();
        open.forEach(item -> groups.computeIfAbsent(
                        new Group(
                                item.partyId(),
                                item.party(),
                                item.remaining().currency().code()),
                        any -> new ArrayList<>())
                .add(item));
        List<Row> rows = new ArrayList<>();
        groups.forEach((group, ofParty) -> {
            ReportRequest its = request.with("party", group.partyId()).with("items", "true");
            String href = "/reports/" + name() + "?" + its.query();
            boolean detailed = request.ticked("items");
            rows.add(sums(detailed ? Style.SUM : Style.PLAIN, group.party(), group.currency(), href, ofParty));
            if (detailed) {
                ofParty.forEach(item -> rows.add(item(item)));
            }
        });
        return rows;
    }

    private static LocalDate day(ReportRequest request) {
        return request.day("on", request.today());
    }

    private static @Nullable UUID party(ReportRequest request) {
        String party = request.text("party");
        try {
            return party == null ? null : UUID.fromString(party);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("party", "report.party-unreadable", party);
        }
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                words.text("party", ""),
                words.text("document", "w-number"),
                words.date("dueDate"),
                words.text("itemCurrency", "w-small")));
        BUCKETS.forEach(bucket -> columns.add(words.figure(bucket)));
        columns.add(new Column("total", words.word("total"), null, Kind.FIGURE, "w-figure"));
        return columns;
    }

    private static Row item(AgedItems.Item item) {
        List<Cell> cells = new ArrayList<>();
        cells.add(new Cell(item.entryNumber(), "/ledger/entries/" + item.entryId()));
        cells.add(Cell.document(item.documentNumber(), item.documentId()));
        cells.add(Cell.of(item.dueDate()));
        cells.add(Cell.of(item.remaining().currency().code()));
        addBuckets(cells, List.of(item), null);
        return new Row(Style.PLAIN, 1, cells);
    }

    private static Row sums(
            Style style, String name, String currency, @Nullable String href, List<AgedItems.Item> items) {
        List<Cell> cells = new ArrayList<>(List.of(new Cell(name, href), Cell.EMPTY, Cell.EMPTY, Cell.of(currency)));
        addBuckets(cells, items, href);
        return new Row(style, 0, cells);
    }

    private static void addBuckets(List<Cell> cells, List<AgedItems.Item> items, @Nullable String href) {
        Money zero = Money.zero(items.get(0).remaining().currency());
        Money total = zero;
        List<Money> sums = new ArrayList<>(java.util.Collections.nCopies(BUCKETS.size(), zero));
        for (AgedItems.Item item : items) {
            int bucket = bucket(item.late());
            sums.set(bucket, sums.get(bucket).plus(item.remaining()));
            total = total.plus(item.remaining());
        }
        sums.forEach(sum -> cells.add(Cell.unlessNil(sum, href)));
        cells.add(new Cell(total, href));
    }

    static int bucket(long late) {
        int bucket = 0;
        while (bucket < LAST_DAYS.length && late > LAST_DAYS[bucket]) {
            bucket++;
        }
        return bucket;
    }

    /** One row per currency: different currencies are never added up. */
    private List<Row> totals(List<AgedItems.Item> open) {
        Map<String, List<AgedItems.Item>> byCurrency = new TreeMap<>();
        open.forEach(item -> byCurrency
                .computeIfAbsent(item.remaining().currency().code(), any -> new ArrayList<>())
                .add(item));
        List<Row> totals = new ArrayList<>();
        byCurrency.forEach(
                (currency, items) -> totals.add(sums(Style.STRONG, words.word("total"), currency, null, items)));
        return totals;
    }
}
