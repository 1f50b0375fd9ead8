package io.simbaerp.invoice.web;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.invoice.registration.SupplierChoice;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who the supplier is, as REST and the page send it: {@code {"partyId": "..."}} for one of our parties, or what is to be
 * taken in otherwise than the invoice states it:
 *
 * <pre>{"name": "Transwolta Sp. z o.o.", "taxIds": "5260250274", "street": "ul. Nowa 1", "postalCode": "81-300",
 *  "city": "Gdynia", "country": "PL"}</pre>
 */
final class SupplierInput {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> FIELDS = List.of(
            "partyId", "name", "taxIds", "street", "additional", "postalCode", "city", "subdivision", "country");

    private SupplierInput() {}

    /** The form's fields in the shape of REST. */
    static JsonNode ofFields(Map<String, List<String>> fields) {
        ObjectNode supplier = JSON.createObjectNode();
        for (String field : FIELDS) {
            List<String> values = fields.getOrDefault(field, List.of());
            if (!values.isEmpty()) {
                supplier.put(field, values.get(0));
            }
        }
        return supplier;
    }

    /**
     * One of our parties.
     *
     * @throws RuleViolation invoice.supplier-not-chosen
     */
    static SupplierChoice existing(@Nullable JsonNode input) {
        String party = input == null ? "" : input.path("partyId").asString("");
        try {
            return new SupplierChoice(new PartyId(UUID.fromString(party)), null);
        } catch (IllegalArgumentException e) {
            throw RuleViolation.ofField("partyId", "invoice.supplier-not-chosen");
        }
    }

    /** A party to be taken in: as stated, but for the fields that were sent. */
    static SupplierChoice added(@Nullable JsonNode input, PartyDraft stated) {
        if (input == null || input.isNull()) {
            return SupplierChoice.AS_STATED;
        }
        Address address = stated.address();
        return new SupplierChoice(
                null,
                new PartyDraft(
                        String.valueOf(text(input, "name", stated.name())),
                        input.has("taxIds") ? taxIds(input.path("taxIds")) : stated.taxIds(),
                        new Address(
                                text(input, "street", address.street()),
                                text(input, "additional", address.additional()),
                                text(input, "postalCode", address.postalCode()),
                                text(input, "city", address.city()),
                                text(input, "subdivision", address.subdivision()),
                                String.valueOf(text(input, "country", address.country()))),
                        true,
                        false));
    }

    private static List<String> taxIds(JsonNode given) {
        List<String> all = given.isArray()
                ? given.valueStream().map(one -> one.asString("")).toList()
                : Arrays.asList(given.asString("").split("[,;]"));
        return all.stream().map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private static @Nullable String text(JsonNode input, String field, @Nullable String stated) {
        return input.has(field) ? input.path(field).asString("").strip() : stated;
    }
}
