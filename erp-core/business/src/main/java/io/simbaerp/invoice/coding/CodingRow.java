package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.annotations.ColumnTransformer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A coded line as it is kept with its invoice: with what the next line like it is recognised by. */
@Embeddable
public record CodingRow(
        UUID companyId,
        String line,
        String text,
        @Nullable String item,
        @Nullable String category,
        @Nullable BigDecimal rate,
        String account,
        @Nullable String costCentre,
        @ColumnTransformer(write = "?::jsonb") String dimensions,
        String taxCode,
        BigDecimal net,
        @ColumnTransformer(write = "?::jsonb") String shares) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A share as it is kept: its amount is in the invoice's currency. */
    private record Kept(@Nullable String costCentre, Map<String, String> dimensions, BigDecimal net) {}

    /** The whole coding of an invoice. */
    public static List<CodingRow> all(UUID company, ReceivedInvoice invoice, List<CodedLine> coding) {
        Map<String, CodableLine> lines =
                CodableLine.of(invoice).stream().collect(Collectors.toMap(CodableLine::key, Function.identity()));
        return coding.stream()
                .map(coded -> of(company, coded, Objects.requireNonNull(lines.get(coded.line()))))
                .toList();
    }

    private static CodingRow of(UUID company, CodedLine coded, CodableLine line) {
        List<Kept> shares = coded.shares().stream()
                .map(share -> new Kept(
                        share.costCentre(), share.dimensions(), share.net().amount()))
                .toList();
        return new CodingRow(
                company,
                coded.line(),
                line.text(),
                line.item(),
                line.category(),
                line.rate(),
                coded.account(),
                coded.costCentre(),
                JSON.writeValueAsString(coded.dimensions()),
                coded.taxCode(),
                coded.net().amount(),
                JSON.writeValueAsString(shares));
    }

    /** The line as it was coded, in the invoice's currency. */
    public CodedLine view(CurrencyCode currency) {
        List<Kept> kept = JSON.readValue(shares, new TypeReference<List<Kept>>() {});
        return new CodedLine(
                line,
                account,
                costCentre,
                dimensions(dimensions),
                taxCode,
                new Money(net, currency).plain(),
                kept.stream()
                        .map(share -> new CodedLine.Share(
                                share.costCentre(), share.dimensions(), new Money(share.net(), currency).plain()))
                        .toList());
    }

    static Map<String, String> dimensions(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }
}
