package io.simbaerp.integration.ksef;

import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.polish.AdvanceOrder;
import io.simbaerp.invoice.received.polish.PolishLineTerms;
import io.simbaerp.money.Money;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the lines of an FA and those of the order an advance was paid for. */
final class FaLineWriter {

    private static final PolishLineTerms NOTHING =
            new PolishLineTerms(false, null, null, null, null, null, false, null, null, null, null);

    private final FaElements out;

    FaLineWriter(FaElements out) {
        this.out = out;
    }

    void line(InvoiceLine line) {
        PolishLineTerms terms = Objects.requireNonNullElse(line.polish(), NOTHING);
        InvoiceLine.Price price = line.price();
        out.group("FaWiersz", () -> {
            out.text("NrWierszaFa", line.number());
            out.text("UU_ID", terms.uniqueId());
            out.text("P_6A", line.period() == null ? null : line.period().end());
            item("", line);
            out.text("P_8A", line.unit());
            out.quantity("P_8B", line.quantity());
            out.price("P_9A", price == null ? null : price.discount() != null ? price.gross() : price.net());
            out.price("P_9B", terms.grossPrice());
            out.price("P_10", reduction(line));
            out.amount("P_11", terms.gross() == null ? line.net() : null);
            out.amount("P_11A", terms.gross());
            out.amount("P_11Vat", terms.vat());
            rate("P_12", line, terms);
            out.mark("P_12_Zal_15", terms.annexFifteen());
            out.amount("KwotaAkcyzy", terms.excise());
            out.text("GTU", terms.goodsGroup());
            out.text("Procedura", terms.procedure());
            out.quantity("KursWaluty", terms.exchangeRate());
            out.mark("StanPrzed", terms.before());
        });
    }

    void order(@Nullable AdvanceOrder order) {
        if (order == null) {
            return;
        }
        out.group("Zamowienie", () -> {
            out.amount("WartoscZamowienia", order.value());
            order.lines().forEach(this::orderLine);
        });
    }

    private void orderLine(InvoiceLine line) {
        PolishLineTerms terms = Objects.requireNonNullElse(line.polish(), NOTHING);
        out.group("ZamowienieWiersz", () -> {
            out.text("NrWierszaZam", line.number());
            out.text("UU_IDZ", terms.uniqueId());
            item("Z", line);
            out.text("P_8AZ", line.unit());
            out.quantity("P_8BZ", line.quantity());
            out.price("P_9AZ", line.price() == null ? null : line.price().net());
            out.amount("P_11NettoZ", line.net());
            out.amount("P_11VatZ", terms.vat());
            rate("P_12Z", line, terms);
            out.mark("P_12Z_Zal_15", terms.annexFifteen());
            out.text("GTUZ", terms.goodsGroup());
            out.text("ProceduraZ", terms.procedure());
            out.amount("KwotaAkcyzyZ", terms.excise());
            out.mark("StanPrzedZ", terms.before());
        });
    }

    private void item(String suffix, InvoiceLine line) {
        InvoiceItem item = line.item();
        out.text("P_7" + suffix, item.name() != null ? item.name() : item.description(), FaElements.LONG_TEXT);
        out.text("Indeks" + suffix, item.sellerIdentifier());
        Identifier standard = item.standardIdentifier();
        out.text("GTIN" + suffix, standard == null ? null : standard.value());
        for (String classification : FaLines.CLASSIFICATIONS) {
            out.text(classification + suffix, FaPartyWriter.find(item.classifications(), classification));
        }
    }

    private void rate(String name, InvoiceLine line, PolishLineTerms terms) {
        String code = FaRates.code(terms.rateCode(), line.vatCategory(), line.vatRate());
        boolean margin = terms.rateCode() == null && terms.gross() != null && !"S".equals(line.vatCategory());
        if (code != null) {
            out.text(name, margin ? null : code);
        } else {
            out.quantity(name + "_XII", line.vatRate());
        }
    }

    private static @Nullable Money reduction(InvoiceLine line) {
        if (line.price() != null && line.price().discount() != null) {
            return line.price().discount();
        }
        return line.allowances().stream()
                .map(AllowanceOrCharge::amount)
                .filter(Objects::nonNull)
                .reduce(Money::plus)
                .orElse(null);
    }
}
