package io.simbaerp.invoice.content;

import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.ExchangeRate;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the canonical text of a content back, as {@link ContentRecipe} wrote it. */
final class WrittenContent {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JsonNode node;

    private WrittenContent(JsonNode node) {
        this.node = node;
    }

    static InvoiceContent read(String canonical) {
        return new WrittenContent(JSON.readTree(canonical)).content();
    }

    /** From a text that tells of some lines; what it is silent about, in whatever version, is as at present. */
    static InvoiceContent ofLines(String canonical, InvoiceContent present) {
        Map<String, JsonNode> fields = new TreeMap<>();
        for (String text : List.of(ContentRecipe.canonical(present), canonical)) {
            JSON.readTree(text).properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        }
        return new WrittenContent(JSON.createObjectNode().setAll(fields)).content();
    }

    private InvoiceContent content() {
        return new InvoiceContent(
                stated("originalSha256"),
                stated("kind"),
                stated("number"),
                text("ksefNumber"),
                id("supplierId"),
                text("supplierTaxId"),
                stated("supplierName"),
                text("payee"),
                id("payeeId"),
                text("account"),
                words("marks"),
                words("originals"),
                at("dates").dates(),
                stated("currency"),
                rate("ledgerRate"),
                rate("vatRate"),
                at("totals").totals(),
                list("vatBreakdown", WrittenContent::vat),
                text("vatPeriod"),
                text("vatPeriodReason"),
                list("coding", WrittenContent::coded));
    }

    private InvoiceContent.Dates dates() {
        return new InvoiceContent.Dates(
                LocalDate.parse(stated("issue")),
                date("supplyFrom"),
                date("supplyTo"),
                LocalDate.parse(stated("taxPoint")),
                LocalDate.parse(stated("received")),
                date("due"),
                date("posting"),
                text("fiscalPeriod"));
    }

    private InvoiceContent.Totals totals() {
        return new InvoiceContent.Totals(
                amount("BT-106"),
                amount("BT-107"),
                amount("BT-108"),
                money("BT-109"),
                amount("BT-110"),
                amount("BT-111"),
                money("BT-112"),
                amount("BT-113"),
                amount("BT-114"),
                money("BT-115"));
    }

    private InvoiceContent.Vat vat() {
        String rate = text("BT-119");
        return new InvoiceContent.Vat(
                stated("BT-118"), rate == null ? null : new BigDecimal(rate), money("BT-116"), money("BT-117"));
    }

    private InvoiceContent.Coded coded() {
        return new InvoiceContent.Coded(
                stated("line"),
                stated("account"),
                text("costCentre"),
                dimensions(),
                stated("taxCode"),
                money("net"),
                list(
                        "shares",
                        share ->
                                new CodedLine.Share(share.text("costCentre"), share.dimensions(), share.money("net"))));
    }

    private Map<String, String> dimensions() {
        Map<String, String> named = new TreeMap<>();
        node.path("dimensions")
                .properties()
                .forEach(one -> named.put(one.getKey(), one.getValue().asString()));
        return named;
    }

    private @Nullable ExchangeRate rate(String name) {
        if (!node.path(name).isObject()) {
            return null;
        }
        WrittenContent rate = at(name);
        return new ExchangeRate(
                CurrencyCode.of(rate.stated("currency")),
                CurrencyCode.of(rate.stated("base")),
                new BigDecimal(rate.stated("rate")),
                LocalDate.parse(rate.stated("date")),
                rate.stated("table"),
                rate.stated("source"));
    }

    private Money money(String name) {
        JsonNode money = node.path(name);
        return new Money(
                new BigDecimal(money.path(0).asString()),
                CurrencyCode.of(money.path(1).asString()));
    }

    private @Nullable Money amount(String name) {
        return node.path(name).isArray() ? money(name) : null;
    }

    private @Nullable LocalDate date(String name) {
        String date = text(name);
        return date == null ? null : LocalDate.parse(date);
    }

    private @Nullable UUID id(String name) {
        String id = text(name);
        return id == null ? null : UUID.fromString(id);
    }

    private String stated(String name) {
        return node.path(name).asString();
    }

    private @Nullable String text(String name) {
        return node.path(name).isString() ? stated(name) : null;
    }

    private List<String> words(String name) {
        return list(name, word -> word.node.asString());
    }

    private <T> List<T> list(String name, Function<WrittenContent, T> reader) {
        List<T> read = new ArrayList<>();
        for (JsonNode one : node.path(name)) {
            read.add(reader.apply(new WrittenContent(one)));
        }
        return read;
    }

    private WrittenContent at(String name) {
        return new WrittenContent(node.path(name));
    }
}
