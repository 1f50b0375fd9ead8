package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.LineChange;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.invoice.received.polish.Settlement;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What has to be coded of an invoice: a line, or what stands in its place.
 *
 * @param key {@code 1} for the first line, {@code A1} for the first allowance of the document, {@code C1} for its first
 *     charge, {@code V1} for the first row of the VAT breakdown of a document without lines, {@code Z1} for the first rate
 *     at which advances are settled, {@code O1} and {@code U1} for what Rozliczenie charges and deducts, and
 *     {@link #DIFFERENCE} for what the total holds beyond all of them
 * @param text what it is for, as the invoice says
 * @param net BT-131 (in a correction after minus before), BT-92 (negative), BT-99 or BT-116
 * @param category BT-151, BT-95, BT-102 or BT-118
 * @param rate BT-152, BT-96, BT-103 or BT-119, in percent
 * @param item BT-155: the supplier's own number of the item
 * @param advance whether it is money paid ahead of the supply, or such money settled
 */
public record CodableLine(
        String key,
        String text,
        Money net,
        @Nullable String category,
        @Nullable BigDecimal rate,
        boolean advance,
        @Nullable String item) {

    /** The key of what an invoice that doesn't add up claims beyond its lines. */
    public static final String DIFFERENCE = "D";

    /** A line that has nothing to do with advances. */
    public CodableLine(String key, String text, Money net, @Nullable String category, @Nullable BigDecimal rate) {
        this(key, text, net, category, rate, false);
    }

    /** A line whose item has no number of the supplier's. */
    public CodableLine(
            String key, String text, Money net, @Nullable String category, @Nullable BigDecimal rate, boolean advance) {
        this(key, text, net, category, rate, advance, null);
    }

    /** Whether it is a charge or deduction of Rozliczenie, which changes what is to be paid and nothing else. */
    public boolean beyondSupply() {
        return key.startsWith("O") || key.startsWith("U");
    }

    /** The same by key. */
    public static Map<String, CodableLine> byKey(ReceivedInvoice invoice) {
        return of(invoice).stream().collect(Collectors.toMap(CodableLine::key, Function.identity()));
    }

    /** Everything to be coded, in the document's order. Together with the VAT it is what the supplier is owed. */
    public static List<CodableLine> of(ReceivedInvoice invoice) {
        List<CodableLine> all = new ArrayList<>();
        boolean advance = Advances.areInvoiced(invoice);
        addPositions(all, invoice, advance);
        if (all.isEmpty()) {
            // BT-116 is what allowances and charges of the document have left already.
            addBreakdown(all, invoice, advance);
        } else {
            add(all, "A", invoice.allowances());
            add(all, "C", invoice.charges());
        }
        all.addAll(Advances.settled(invoice, all));
        if (invoice.polish() != null && invoice.polish().settlement() != null) {
            addSettlement(all, invoice.polish().settlement());
        }
        Money difference = owed(invoice).minus(taxes(invoice)).minus(sum(all, invoice));
        if (!difference.isZero()) {
            all.add(new CodableLine(DIFFERENCE, "", difference, null, null));
        }
        return all;
    }

    private static void addPositions(List<CodableLine> all, ReceivedInvoice invoice, boolean advance) {
        for (LineChange change : invoice.positions()) {
            InvoiceLine line = change.line();
            all.add(new CodableLine(
                    String.valueOf(all.size() + 1),
                    text(line),
                    present(change.net()),
                    line.vatCategory(),
                    line.vatRate(),
                    advance,
                    line.item().sellerIdentifier()));
        }
    }

    private static void addBreakdown(List<CodableLine> all, ReceivedInvoice invoice, boolean advance) {
        for (VatBreakdown vat : invoice.vatRows()) {
            all.add(new CodableLine(
                    "V" + (all.size() + 1),
                    Objects.requireNonNullElse(vat.exemptionReason(), ""),
                    present(vat.taxable()),
                    vat.category(),
                    vat.rate(),
                    advance));
        }
    }

    private static void add(List<CodableLine> all, String prefix, List<AllowanceOrCharge> list) {
        int number = 0;
        for (AllowanceOrCharge one : list) {
            Money amount = present(one.amount());
            all.add(new CodableLine(
                    prefix + ++number,
                    Objects.requireNonNullElse(one.reason(), ""),
                    prefix.equals("A") ? amount.negated() : amount,
                    one.vatCategory(),
                    one.vatRate()));
        }
    }

    /** Charges and deductions beyond the supply bear no VAT and change only what is to be paid. */
    private static void addSettlement(List<CodableLine> all, Settlement settlement) {
        int charges = 0;
        for (Settlement.Item item : settlement.charges()) {
            add(all, "O" + ++charges, item, item.amount());
        }
        int deductions = 0;
        for (Settlement.Item item : settlement.deductions()) {
            add(
                    all,
                    "U" + ++deductions,
                    item,
                    item.amount() == null ? null : item.amount().negated());
        }
    }

    private static void add(List<CodableLine> all, String key, Settlement.Item item, @Nullable Money net) {
        if (net != null && !net.isZero()) {
            all.add(new CodableLine(key, Objects.requireNonNullElse(item.reason(), ""), net, null, null));
        }
    }

    private static String text(InvoiceLine line) {
        if (line.item().name() != null) {
            return line.item().name();
        }
        return line.item().description() != null
                ? line.item().description()
                : Objects.requireNonNullElse(line.note(), "");
    }

    /** BT-112 where the sums are right, and what Rozliczenie adds to it. */
    private static Money owed(ReceivedInvoice invoice) {
        InvoiceTotals totals = invoice.totals();
        Money prepaid = invoice.prepaid();
        Money owed = present(totals.due());
        owed = prepaid == null ? owed : owed.plus(prepaid);
        return totals.rounding() == null ? owed : owed.minus(totals.rounding());
    }

    private static Money taxes(ReceivedInvoice invoice) {
        return invoice.vatRows().stream()
                .map(VatBreakdown::tax)
                .map(CodableLine::present)
                .reduce(Money.zero(invoice.currency()), Money::plus);
    }

    private static Money sum(List<CodableLine> lines, ReceivedInvoice invoice) {
        return lines.stream().map(CodableLine::net).reduce(Money.zero(invoice.currency()), Money::plus);
    }

    private static Money present(@Nullable Money money) {
        return Objects.requireNonNull(money, "an incomplete invoice is never registered");
    }
}
