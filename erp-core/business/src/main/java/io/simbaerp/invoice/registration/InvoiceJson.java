package io.simbaerp.invoice.registration;

import io.simbaerp.document.Finding;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.Seller;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How the received invoice and its findings are kept beside the columns. */
public final class InvoiceJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_KEPT = 128;
    private static final int LONGEST_KEPT = 32 * 1024;

    /**
     * What was read last, by its very text: on its way to the ledger an invoice is asked for by every step, and what was
     * received never changes.
     */
    private static final Map<String, ReceivedInvoice> READ =
            Collections.synchronizedMap(new LinkedHashMap<>(2 * MOST_KEPT, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, ReceivedInvoice> eldest) {
                    return size() > MOST_KEPT;
                }
            });

    private InvoiceJson() {}

    public static String write(Object value) {
        return JSON.writeValueAsString(value);
    }

    public static ReceivedInvoice invoice(String json) {
        ReceivedInvoice known = READ.get(json);
        if (known != null) {
            return known;
        }
        ReceivedInvoice invoice = JSON.readValue(json, ReceivedInvoice.class);
        if (json.length() <= LONGEST_KEPT) {
            READ.put(json, invoice);
        }
        return invoice;
    }

    /** BG-4 alone. */
    public static Seller seller(String json) {
        return JSON.readValue(json, Seller.class);
    }

    public static List<Finding> findings(String json) {
        if (json.equals("[]")) {
            return List.of();
        }
        return JSON.readValue(json, new TypeReference<List<Finding>>() {});
    }
}
