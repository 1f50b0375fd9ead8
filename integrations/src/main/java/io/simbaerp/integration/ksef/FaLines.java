package io.simbaerp.integration.ksef;

import io.simbaerp.integration.xml.XmlElement;
import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoicingPeriod;
import io.simbaerp.invoice.received.polish.PolishLineTerms;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of an FA (FaWiersz) and those of the order an advance was paid for (ZamowienieWiersz). */
final class FaLines {

    /** GTIN among the schemes of ISO 6523. */
    private static final String GTIN = "0160";

    static final List<String> CLASSIFICATIONS = List.of("PKWiU", "CN", "PKOB");

    private final CurrencyCode currency;
    private final boolean ofOrder;

    private FaLines(CurrencyCode currency, boolean ofOrder) {
        this.currency = currency;
        this.ofOrder = ofOrder;
    }

    /** The lines with the net amounts they were given. */
    static List<InvoiceLine> read(List<FaLineValue> values, CurrencyCode currency) {
        FaLines lines = new FaLines(currency, false);
        return values.stream().map(lines::line).toList();
    }

    static List<InvoiceLine> order(XmlElement order, CurrencyCode currency) {
        FaLines lines = new FaLines(currency, true);
        return order.all("ZamowienieWiersz").stream()
                .map(element -> lines.line(FaLineValue.stated(element, element.money("P_11NettoZ", currency), "P_12Z")))
                .toList();
    }

    private InvoiceLine line(FaLineValue value) {
        XmlElement line = value.element();
        BigDecimal quantity = line.decimal(name("P_8B"));
        Money price = line.money(name("P_9A"), currency);
        Money reduction = ofOrder ? null : line.money("P_10", currency);
        boolean perUnit = isPerUnit(quantity, price, reduction, value.net());
        return new InvoiceLine(
                line.text(ofOrder ? "NrWierszaZam" : "NrWierszaFa"),
                null,
                null,
                quantity,
                line.text(name("P_8A")),
                value.net(),
                null,
                null,
                period(line),
                reduction == null || perUnit ? List.of() : List.of(allowance(reduction)),
                List.of(),
                price(price, perUnit ? reduction : null),
                value.category(),
                value.rate(),
                item(line),
                terms(line, value));
    }

    private String name(String name) {
        return ofOrder ? name + "Z" : name;
    }

    private static @Nullable InvoicingPeriod period(XmlElement line) {
        LocalDate day = line.date("P_6A");
        return day == null ? null : new InvoicingPeriod(day, day);
    }

    private static AllowanceOrCharge allowance(Money amount) {
        return new AllowanceOrCharge(amount, null, null, null, null, null, null);
    }

    /** P_10 is used both for the line and for one unit; the value of the line shows for which. */
    private static boolean isPerUnit(
            @Nullable BigDecimal quantity, @Nullable Money price, @Nullable Money reduction, @Nullable Money net) {
        if (quantity == null || price == null || reduction == null || net == null) {
            return false;
        }
        BigDecimal reduced = price.amount().subtract(reduction.amount());
        return quantity.multiply(reduced).subtract(net.amount()).abs().compareTo(new BigDecimal("0.01")) <= 0
                && quantity.compareTo(BigDecimal.ONE) != 0;
    }

    private static InvoiceLine.@Nullable Price price(@Nullable Money price, @Nullable Money reduction) {
        if (price == null) {
            return null;
        }
        return reduction == null
                ? new InvoiceLine.Price(price, null, null, null, null)
                : new InvoiceLine.Price(price.minus(reduction), reduction, price, null, null);
    }

    private InvoiceItem item(XmlElement line) {
        String gtin = line.text(name("GTIN"));
        List<Identifier> classifications = new ArrayList<>();
        for (String classification : CLASSIFICATIONS) {
            String code = line.text(name(classification));
            if (code != null) {
                classifications.add(Identifier.of(code, classification));
            }
        }
        return new InvoiceItem(
                line.text(name("P_7")),
                null,
                line.text(name("Indeks")),
                null,
                gtin == null ? null : Identifier.of(gtin, GTIN),
                classifications,
                null,
                List.of());
    }

    private PolishLineTerms terms(XmlElement line, FaLineValue value) {
        return new PolishLineTerms(
                value.before(),
                line.text(name("UU_ID")),
                ofOrder ? null : line.money("P_9B", currency),
                ofOrder ? null : line.money("P_11A", currency),
                line.money(name("P_11Vat"), currency),
                line.text(name("P_12")),
                "1".equals(line.text(ofOrder ? "P_12Z_Zal_15" : "P_12_Zal_15")),
                line.money(name("KwotaAkcyzy"), currency),
                line.text(name("GTU")),
                line.text(name("Procedura")),
                ofOrder ? null : line.decimal("KursWaluty"));
    }
}
