package io.simbaerp.invoice.entry.web;

import java.util.List;
import java.util.Map;

/**
 * The form in which an invoice is typed in.
 *
 * @param fields what stands in its fields
 * @param rows what stands in the rows of its VAT breakdown
 * @param open whether the document still waits for it
 */
record EntryPage(Map<String, String> fields, List<Row> rows, List<String> categories, boolean open) {

    static final int ROWS = 4;

    /** A rate with what it applies to. */
    record Row(String category, String rate, String net, String tax) {}
}
