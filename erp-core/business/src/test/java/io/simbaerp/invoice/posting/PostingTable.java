package io.simbaerp.invoice.posting;

import io.simbaerp.invoice.posting.PostingInput.Accounts;
import io.simbaerp.invoice.posting.PostingInput.Claim;
import io.simbaerp.invoice.posting.PostingInput.CodedAmount;
import io.simbaerp.invoice.posting.PostingInput.Nature;
import io.simbaerp.invoice.posting.PostingInput.Rates;
import io.simbaerp.invoice.posting.PostingInput.Totals;
import io.simbaerp.invoice.posting.PostingInput.VatGroup;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import io.simbaerp.tax.Deduction;
import io.simbaerp.tax.TaxCodeView;
import io.simbaerp.tax.TaxKind;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads an invoice out of an aligned text table and writes a posting into one, so that a rule and its example stand in one
 * picture. Rows: {@code line account centre code net category rate [advance]}, {@code vat category rate taxable tax [in PLN]},
 * {@code correction},
 * {@code prepaid}, {@code rounding}, {@code rates ledger vat}, {@code stated vat}, {@code deferred}, {@code credit-note},
 * {@code payee}, {@code split-payment}, {@code opposite}, {@code proportion percent}, {@code currency code}, {@code due amount} where it isn't the sum.
 */
final class PostingTable {

    private static final UUID SUPPLIER = new UUID(1, 1);
    private static final UUID PAYEE = new UUID(2, 2);

    private static final Map<String, TaxCodeView> CODES = List.of(
                    code("Z23", TaxKind.DOMESTIC, "23", Deduction.FULL),
                    code("Z8", TaxKind.DOMESTIC, "8", Deduction.FULL),
                    code("Z0", TaxKind.DOMESTIC, "0", Deduction.FULL),
                    code("Z23-50", TaxKind.DOMESTIC, "23", Deduction.HALF),
                    code("Z23-NO", TaxKind.DOMESTIC, "23", Deduction.NONE),
                    code("Z23-WSP", TaxKind.DOMESTIC, "23", Deduction.PROPORTION),
                    code("ZW", TaxKind.EXEMPT, "0", Deduction.NONE),
                    code("NP", TaxKind.OUTSIDE_SCOPE, "0", Deduction.NONE),
                    code("WNT23", TaxKind.EU_ACQUISITION, "23", Deduction.FULL),
                    code("IU23", TaxKind.IMPORT_OF_SERVICES, "23", Deduction.FULL),
                    code("OO23-50", TaxKind.REVERSE_CHARGE, "23", Deduction.HALF))
            .stream()
            .collect(Collectors.toMap(TaxCodeView::code, code -> code));

    private final List<CodedAmount> lines = new ArrayList<>();
    private final List<VatGroup> groups = new ArrayList<>();
    private CurrencyCode currency = CurrencyCode.PLN;
    private BigDecimal prepaid = BigDecimal.ZERO;
    private BigDecimal rounding = BigDecimal.ZERO;
    private @Nullable BigDecimal due;
    private @Nullable Rates rates;
    private @Nullable Money stated;
    private boolean deferred;
    private UUID payee = SUPPLIER;
    private boolean split;
    private Nature nature = Nature.INVOICE;
    private boolean red = true;
    private BigDecimal proportion = BigDecimal.valueOf(100);

    private PostingTable() {}

    static PostingInput input(String table) {
        PostingTable reader = new PostingTable();
        table.lines().map(String::strip).filter(row -> !row.isEmpty()).forEach(reader::row);
        return reader.input();
    }

    /** The lines of the entry, one to a row: account, side, amount, and what else they say. */
    static String lines(Posting posting) {
        return posting.lines().stream().map(PostingTable::text).collect(Collectors.joining("\n"));
    }

    /** The rows of the VAT register: direction, code, base, tax, deductible tax. */
    static String rows(Posting posting) {
        return posting.rows().stream()
                .map(row -> String.join(
                        " ",
                        row.direction().name(),
                        row.taxCode(),
                        plain(row.base()),
                        plain(row.tax()),
                        plain(row.deductibleTax())))
                .collect(Collectors.joining("\n"));
    }

    /** A table with its columns brought to one space, as {@link #lines} and {@link #rows} write. */
    static String aligned(String table) {
        return table.lines()
                .map(row -> row.strip().replaceAll("\\s+", " "))
                .filter(row -> !row.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String text(LineDraft line) {
        List<String> words =
                new ArrayList<>(Arrays.asList(line.account(), line.side().name(), plain(line.amount())));
        if (line.transactionAmount() != null) {
            words.add(line.transactionAmount().toString().replace(" ", ""));
        }
        if (line.costCentre() != null) {
            words.add("@" + line.costCentre());
        }
        if (line.openItem()) {
            words.add("open");
        }
        if (SUPPLIER.equals(line.partyId()) && !line.account().equals("202")) {
            words.add("supplier");
        }
        if (PAYEE.equals(line.partyId())) {
            words.add("payee");
        }
        if (line.splitPayment()) {
            words.add("split");
        }
        return String.join(" ", words);
    }

    private static String plain(Money money) {
        return money.rounded().amount().toPlainString();
    }

    private void row(String row) {
        String[] cell = row.split("\\s+");
        switch (cell[0]) {
            case "currency" -> currency = CurrencyCode.of(cell[1]);
            case "line" ->
                lines.add(new CodedAmount(
                        cell[1],
                        cell[2].equals("-") ? null : cell[2],
                        Map.of(),
                        CODES.get(cell[3]),
                        money(cell[4]),
                        cell[5].equals("-") ? null : cell[5],
                        cell[6].equals("-") ? null : new BigDecimal(cell[6]),
                        null,
                        cell.length > 7 && cell[7].equals("advance")));
            case "vat" ->
                groups.add(new VatGroup(
                        cell[1],
                        cell[2].equals("-") ? null : new BigDecimal(cell[2]),
                        money(cell[3]),
                        money(cell[4]),
                        cell.length > 5 ? Money.of(cell[5], "PLN") : null));
            case "prepaid" -> prepaid = new BigDecimal(cell[1]);
            case "rounding" -> rounding = new BigDecimal(cell[1]);
            case "due" -> due = new BigDecimal(cell[1]);
            case "rates" -> rates = new Rates(rate(cell[1], "2026-11-17"), rate(cell[2], "2026-11-18"));
            case "stated" -> stated = Money.of(cell[1], "PLN");
            case "proportion" -> proportion = new BigDecimal(cell[1]);
            case "deferred" -> deferred = true;
            case "payee" -> payee = PAYEE;
            case "split-payment" -> split = true;
            case "credit-note" -> nature = Nature.CREDIT_NOTE;
            case "correction" -> nature = Nature.CORRECTION;
            case "opposite" -> red = false;
            default -> throw new IllegalArgumentException(row);
        }
    }

    private PostingInput input() {
        BigDecimal sum = lines.stream().map(line -> line.net().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal tax = groups.stream().map(group -> group.tax().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal owed = sum.add(tax).subtract(prepaid).add(rounding);
        return new PostingInput(
                CurrencyCode.PLN,
                nature,
                red,
                rates,
                new Totals(
                        new Money(prepaid, currency),
                        new Money(rounding, currency),
                        new Money(due == null ? owed : due, currency),
                        stated),
                groups,
                lines,
                new Accounts("202", "750-02", "751-02", "760-01", "761-01"),
                new Claim(SUPPLIER, payee, LocalDate.of(2026, 12, 3), split),
                deferred,
                proportion);
    }

    private Money money(String amount) {
        return Money.of(amount, currency.code());
    }

    private ExchangeRate rate(String rate, String date) {
        return new ExchangeRate(
                currency, CurrencyCode.PLN, new BigDecimal(rate), LocalDate.parse(date), "225/A/NBP/2026", "NBP");
    }

    private static TaxCodeView code(String code, TaxKind kind, String rate, Deduction deduction) {
        boolean withAccount = deduction != Deduction.NONE;
        return new TaxCodeView(
                code,
                kind,
                new BigDecimal(rate),
                deduction,
                code,
                code,
                null,
                null,
                null,
                null,
                kind.selfAssessed() ? "222-02" : null,
                withAccount ? "223-01" : null,
                withAccount ? "223-05" : null,
                true,
                false,
                LocalDate.of(2011, 1, 1),
                null);
    }
}
