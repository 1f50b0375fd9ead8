package io.simbaerp.invoice.coding;

import io.simbaerp.money.CurrencyCode;
import io.simbaerp.money.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How dimensions and shares of a coded line are kept in its columns. */
public final class CodedJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CodedJson() {}

    /** A share as it is kept: its amount is in the invoice's currency. */
    private record Kept(@Nullable String costCentre, Map<String, String> dimensions, BigDecimal net) {}

    public static String write(Map<String, String> dimensions) {
        return JSON.writeValueAsString(dimensions);
    }

    public static String write(List<CodedLine.Share> shares) {
        return JSON.writeValueAsString(shares.stream()
                .map(share -> new Kept(
                        share.costCentre(), share.dimensions(), share.net().amount()))
                .toList());
    }

    public static Map<String, String> dimensions(String json) {
        return JSON.readValue(json, new TypeReference<Map<String, String>>() {});
    }

    /** The shares, in the invoice's currency. */
    public static List<CodedLine.Share> shares(String json, CurrencyCode currency) {
        return JSON.readValue(json, new TypeReference<List<Kept>>() {}).stream()
                .map(share -> new CodedLine.Share(
                        share.costCentre(), share.dimensions(), new Money(share.net(), currency).plain()))
                .toList();
    }
}
