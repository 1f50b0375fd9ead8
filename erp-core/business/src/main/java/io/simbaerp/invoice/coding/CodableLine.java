package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.LineChange;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What has to be coded of an invoice: a line, an allowance or charge of the whole document, or a difference.
 *
 * @param key {@code 1} for the first line, {@code A1} for the first allowance, {@code C1} for the first charge,
 *     {@link #DIFFERENCE} for what the total holds beyond them
 * @param text what it is for, as the invoice says
 * @param net BT-131 (after a correction minus before), BT-92 (negative) or BT-99
 * @param category BT-151, BT-95 or BT-102
 * @param rate BT-152, BT-96 or BT-103, in percent
 */
public record CodableLine(
        String key,
        String text,
        Money net,
        @Nullable String category,
        @Nullable BigDecimal rate) {

    /** The key of what an invoice that doesn't add up claims beyond its lines. */
    public static final String DIFFERENCE = "D";

    /** Everything to be coded, in the document's order. Together with the VAT it is what the supplier is owed. */
    public static List<CodableLine> of(ReceivedInvoice invoice) {
        List<CodableLine> all = new ArrayList<>();
        for (LineChange position : invoice.positions()) {
            InvoiceLine line = position.line();
            all.add(new CodableLine(
                    String.valueOf(all.size() + 1),
                    text(line),
                    present(position.net()),
                    line.vatCategory(),
                    line.vatRate()));
        }
        add(all, "A", invoice.allowances());
        add(all, "C", invoice.charges());
        Money difference = owed(invoice.totals()).minus(taxes(invoice)).minus(sum(all, invoice));
        if (!difference.isZero()) {
            all.add(new CodableLine(DIFFERENCE, "", difference, null, null));
        }
        return all;
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

    private static String text(InvoiceLine line) {
        if (line.item().name() != null) {
            return line.item().name();
        }
        return line.item().description() != null
                ? line.item().description()
                : Objects.requireNonNullElse(line.note(), "");
    }

    /** BT-112 where the sums are right. */
    private static Money owed(InvoiceTotals totals) {
        Money owed = present(totals.due());
        owed = totals.prepaid() == null ? owed : owed.plus(totals.prepaid());
        return totals.rounding() == null ? owed : owed.minus(totals.rounding());
    }

    private static Money taxes(ReceivedInvoice invoice) {
        return invoice.vatBreakdown().stream()
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
