package io.simbaerp.invoice;

import io.simbaerp.invoice.received.AllowanceOrCharge;
import io.simbaerp.invoice.received.Buyer;
import io.simbaerp.invoice.received.Delivery;
import io.simbaerp.invoice.received.Identifier;
import io.simbaerp.invoice.received.InvoiceItem;
import io.simbaerp.invoice.received.InvoiceLine;
import io.simbaerp.invoice.received.InvoiceReferences;
import io.simbaerp.invoice.received.InvoiceTotals;
import io.simbaerp.invoice.received.Payee;
import io.simbaerp.invoice.received.PaymentInstructions;
import io.simbaerp.invoice.received.PostalAddress;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import io.simbaerp.money.Rounding;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Builds the invoices of the tests: right in their sums unless told otherwise. */
public final class SampleInvoice {

    private boolean creditNote;
    private String number = "FV/2026/11/0417";
    private LocalDate issueDate = LocalDate.of(2026, 11, 19);
    private @Nullable LocalDate supplyDate = LocalDate.of(2026, 11, 18);
    private @Nullable LocalDate taxPoint;
    private @Nullable String taxPointCode;
    private @Nullable LocalDate dueDate = LocalDate.of(2026, 12, 3);
    private CurrencyCode currency = CurrencyCode.PLN;
    private String sellerName = "Transwolta Logistyka Sp. z o.o.";
    private @Nullable String sellerVatId = "PL5260250274";
    private String sellerCountry = "PL";
    private @Nullable String buyerVatId;
    private @Nullable String account = "PL61109010140000071219812874";
    private BigDecimal prepaid = BigDecimal.ZERO;
    private BigDecimal rounding = BigDecimal.ZERO;
    private @Nullable Money vatInBase;
    private @Nullable String typeCode;
    private @Nullable Payee payee;
    private final List<PrecedingInvoice> preceding = new ArrayList<>();
    private final List<InvoiceLine> lines = new ArrayList<>();
    private final List<AllowanceOrCharge> allowances = new ArrayList<>();

    private SampleInvoice(@Nullable String buyerVatId) {
        this.buyerVatId = buyerVatId;
    }

    /** To the buyer with this tax id, without lines yet. */
    public static SampleInvoice to(@Nullable String buyerVatId) {
        return new SampleInvoice(buyerVatId);
    }

    public SampleInvoice creditNote() {
        creditNote = true;
        return this;
    }

    public SampleInvoice number(String value) {
        number = value;
        return this;
    }

    public SampleInvoice issued(String day) {
        issueDate = LocalDate.parse(day);
        return this;
    }

    public SampleInvoice supplied(@Nullable String day) {
        supplyDate = day == null ? null : LocalDate.parse(day);
        return this;
    }

    public SampleInvoice taxPoint(String day) {
        taxPoint = LocalDate.parse(day);
        return this;
    }

    public SampleInvoice taxPointCode(String code) {
        taxPointCode = code;
        return this;
    }

    public SampleInvoice due(@Nullable String day) {
        dueDate = day == null ? null : LocalDate.parse(day);
        return this;
    }

    public SampleInvoice currency(String code) {
        currency = CurrencyCode.of(code);
        return this;
    }

    public SampleInvoice seller(String name, @Nullable String vatId, String country) {
        sellerName = name;
        sellerVatId = vatId;
        sellerCountry = country;
        return this;
    }

    public SampleInvoice account(@Nullable String iban) {
        account = iban;
        return this;
    }

    public SampleInvoice payee(String name) {
        return payee(name, null);
    }

    public SampleInvoice prepaid(String amount) {
        prepaid = new BigDecimal(amount);
        return this;
    }

    public SampleInvoice rounding(String amount) {
        rounding = new BigDecimal(amount);
        return this;
    }

    public SampleInvoice vatInBase(Money amount) {
        vatInBase = amount;
        return this;
    }

    public SampleInvoice typeCode(String code) {
        typeCode = code;
        return this;
    }

    public SampleInvoice payee(String name, @Nullable String taxId) {
        payee = new Payee(name, null, taxId == null ? null : Identifier.of(taxId, null));
        return this;
    }

    public SampleInvoice correcting(String original, @Nullable String issued) {
        preceding.add(new PrecedingInvoice(original, issued == null ? null : LocalDate.parse(issued)));
        return this;
    }

    /** Adds a line of the currency chosen so far. */
    public SampleInvoice line(String name, String net, String category, @Nullable String rate) {
        return line(name, net, category, rate, null);
    }

    /** With the supplier's own number of the item. */
    public SampleInvoice line(String name, String net, String category, @Nullable String rate, @Nullable String item) {
        Money amount = Money.of(net, currency.code());
        lines.add(new InvoiceLine(
                String.valueOf(lines.size() + 1),
                null,
                null,
                BigDecimal.ONE,
                "C62",
                amount,
                null,
                null,
                null,
                List.of(),
                List.of(),
                new InvoiceLine.Price(amount, null, null, null, null),
                category,
                rate == null ? null : new BigDecimal(rate),
                new InvoiceItem(name, null, item, null, null, List.of(), null, List.of()),
                null));
        return this;
    }

    public SampleInvoice allowance(String reason, String amount, String category, String rate) {
        allowances.add(new AllowanceOrCharge(
                Money.of(amount, currency.code()), null, null, category, new BigDecimal(rate), reason, null));
        return this;
    }

    /** The invoice with its breakdown and totals. */
    public ReceivedInvoice build() {
        List<VatBreakdown> breakdown = breakdown();
        BigDecimal lineSum = lines.stream()
                .map(line -> line.net().amount())
                .reduce(BigDecimal.ZERO.setScale(currency.decimals()), BigDecimal::add);
        BigDecimal allowanceSum =
                allowances.stream().map(one -> one.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal net = lineSum.subtract(allowanceSum);
        BigDecimal vat = breakdown.stream().map(row -> row.tax().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gross = net.add(vat);
        return new ReceivedInvoice(
                creditNote,
                number,
                issueDate,
                typeCode != null ? typeCode : creditNote ? "381" : "380",
                currency,
                vatInBase == null ? null : vatInBase.currency(),
                taxPoint,
                taxPointCode,
                dueDate,
                new InvoiceReferences(null, null, null, "ZAM/2026/0871", null, null, null, null, null, null),
                null,
                List.of(),
                null,
                "urn:cen.eu:en16931:2017",
                preceding,
                seller(),
                new Buyer("Korabia Handel Sp. z o.o.", null, null, null, buyerVatId, null, address("PL"), null),
                payee,
                null,
                supplyDate == null ? null : new Delivery(null, null, supplyDate, null),
                null,
                account == null
                        ? null
                        : new PaymentInstructions(
                                "30",
                                null,
                                number,
                                List.of(new PaymentInstructions.CreditTransfer(account, null, null)),
                                null,
                                null),
                allowances,
                List.of(),
                new InvoiceTotals(
                        money(lineSum),
                        allowances.isEmpty() ? null : money(allowanceSum),
                        null,
                        money(net),
                        money(vat),
                        vatInBase,
                        money(gross),
                        prepaid.signum() == 0 ? null : money(prepaid),
                        rounding.signum() == 0 ? null : money(rounding),
                        money(gross.subtract(prepaid).add(rounding))),
                breakdown,
                List.of(),
                lines,
                null);
    }

    private Seller seller() {
        return new Seller(
                sellerName, null, List.of(), null, sellerVatId, null, null, null, address(sellerCountry), null);
    }

    private static PostalAddress address(String country) {
        return new PostalAddress("ul. Składowa 14", null, null, "Gdynia", "81-300", null, country);
    }

    private List<VatBreakdown> breakdown() {
        Map<String, BigDecimal> nets = new LinkedHashMap<>();
        lines.forEach(line ->
                nets.merge(key(line.vatCategory(), line.vatRate()), line.net().amount(), BigDecimal::add));
        allowances.forEach(one -> nets.merge(
                key(one.vatCategory(), one.vatRate()), one.amount().amount().negate(), BigDecimal::add));
        List<VatBreakdown> rows = new ArrayList<>();
        nets.forEach((key, net) -> {
            String category = key.split(" ")[0];
            BigDecimal rate = key.endsWith(" -") ? null : new BigDecimal(key.split(" ")[1]);
            BigDecimal tax = rate == null ? BigDecimal.ZERO : net.multiply(rate).divide(BigDecimal.valueOf(100));
            rows.add(new VatBreakdown(
                    money(net), money(Rounding.toCurrency(tax, currency)), category, rate, null, null));
        });
        return rows;
    }

    private static String key(@Nullable String category, @Nullable BigDecimal rate) {
        return category + " " + (rate == null ? "-" : rate.toPlainString());
    }

    private Money money(BigDecimal amount) {
        return new Money(amount, currency).rounded();
    }
}
