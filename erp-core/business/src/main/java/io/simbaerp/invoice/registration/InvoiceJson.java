package io.simbaerp.invoice.registration;

import io.simbaerp.document.Finding;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import java.util.List;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the received invoice and its findings are kept beside the columns. */
public final class InvoiceJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private InvoiceJson() {}

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static ReceivedInvoice invoice(String json) {
        return JSON.readValue(json, ReceivedInvoice.class);
    }

    /** BG-4 alone. */
    public static Seller seller(String json) {
        return JSON.readValue(json, Seller.class);
    }

    public static List<Finding> findings(String json) {
        return JSON.readValue(json, new TypeReference<List<Finding>>() {});
    }
}
