package io.simbaerp.demo;

import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lines of an invoice as the table writes them: text, quantity and unit, price, VAT. */
final class DemoLines {

    private static final String GOODS_TO_THE_UNION = "K";
    private static final String OUTSIDE_VAT = "O";

    /** Why there is no VAT, by category. */
    private static final Map<String, String[]> REASONS = Map.of(
            GOODS_TO_THE_UNION,
            new String[] {"VATEX-EU-IC", "Intra-Community supply"},
            "AE",
            new String[] {"VATEX-EU-AE", "Reverse charge"},
            OUTSIDE_VAT,
            new String[] {"VATEX-EU-O", "Not subject to VAT"},
            "E",
            new String[] {"VATEX-EU-132-1I", "Szkolenie zawodowe, art. 43 ust. 1 pkt 29 ustawy o VAT"});

    private final CurrencyCode currency;
    private final List<InvoiceLine> lines = new ArrayList<>();

    DemoLines(List<String> written, CurrencyCode currency) {
        this.currency = currency;
        for (String line : written) {
            String[] parts = line.split(" \\* ");
            String[] amount = parts[1].split(" ");
            add(parts[0], new BigDecimal(amount[0]), amount[1], new BigDecimal(parts[2]), parts[3]);
        }
    }

    private void add(String text, BigDecimal quantity, String unit, BigDecimal price, String vat) {
        String category = vat.equals("zw") ? "E" : vat.matches("[A-Z]+") ? vat : "S";
        lines.add(new InvoiceLine(
                String.valueOf(lines.size() + 1),
                null,
                null,
                quantity,
                unit,
                new Money(quantity.multiply(price), currency).rounded(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                new InvoiceLine.Price(new Money(price, currency), null, null, null, null),
                category,
                rate(category, vat),
                new InvoiceItem(text, null, null, null, null, List.of(), null, List.of()),
                null));
    }

    /** What lies outside VAT has no rate at all, what is not taxed has that of nought. */
    private static @Nullable BigDecimal rate(String category, String vat) {
        return category.equals(OUTSIDE_VAT) ? null : category.equals("S") ? new BigDecimal(vat) : BigDecimal.ZERO;
    }

    List<InvoiceLine> all() {
        return List.copyOf(lines);
    }

    Money net() {
        return net(lines);
    }

    Money vat() {
        return vatBreakdown().stream()
                .map(VatBreakdown::tax)
                .filter(Objects::nonNull)
                .reduce(Money.zero(currency), Money::plus);
    }

    private Money net(List<InvoiceLine> group) {
        return group.stream().map(InvoiceLine::net).filter(Objects::nonNull).reduce(Money.zero(currency), Money::plus);
    }

    /** One row for each category and rate. */
    List<VatBreakdown> vatBreakdown() {
        Map<String, List<InvoiceLine>> groups = new LinkedHashMap<>();
        lines.forEach(
                line -> groups.computeIfAbsent(line.vatCategory() + " " + line.vatRate(), any -> new ArrayList<>())
                        .add(line));
        return groups.values().stream().map(this::row).toList();
    }

    private VatBreakdown row(List<InvoiceLine> group) {
        InvoiceLine first = group.get(0);
        Money net = net(group);
        BigDecimal rate = first.vatRate() == null ? BigDecimal.ZERO : first.vatRate();
        String[] reason = REASONS.get(first.vatCategory());
        return new VatBreakdown(
                net,
                new Money(net.amount().multiply(rate).movePointLeft(2), currency).rounded(),
                first.vatCategory(),
                first.vatRate(),
                reason == null ? null : reason[1],
                reason == null ? null : reason[0]);
    }

    boolean outsideVat() {
        return has(OUTSIDE_VAT);
    }

    boolean toAnotherCountry() {
        return has(GOODS_TO_THE_UNION);
    }

    private boolean has(String category) {
        return lines.stream().anyMatch(line -> category.equals(line.vatCategory()));
    }
}
