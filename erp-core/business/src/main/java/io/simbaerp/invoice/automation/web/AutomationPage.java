package io.simbaerp.invoice.automation.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How often coding proposals were right, and whose invoices need no coder. Rates are percentages as the reader writes them.
 *
 * @param most so many invoices are looked at
 */
record AutomationPage(
        int invoices,
        int lines,
        int right,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        int most,
        List<Figure> figures,
        List<Basis> bases,
        List<Supplier> suppliers) {

    /** A rate under its name, a message key; the first is the one that counts. */
    record Figure(String label, String rate) {}

    /** Lines by what their precedent had in common with them. */
    record Basis(String label, int lines, String rate) {}

    /**
     * A supplier.
     *
     * @param streak how many of the last three postings in a row were coded as proposed
     * @param by who switched touchless coding on; nobody if it is off
     * @param touchless how many invoices were coded so
     */
    record Supplier(
            UUID id,
            String name,
            int invoices,
            int lines,
            String rate,
            String unchanged,
            int streak,
            boolean earned,
            @Nullable String by,
            @Nullable String since,
            int touchless) {}
}
