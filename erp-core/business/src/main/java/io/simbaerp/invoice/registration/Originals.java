package io.simbaerp.invoice.registration;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.invoice.received.PrecedingInvoice;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.invoice.received.polish.PolishTerms;
import java.sql.Types;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The earlier invoices an invoice names: those it corrects (BG-3, DaneFaKorygowanej) and the advances it settles
 * (FakturaZaliczkowa). Only what it says is kept; {@link LinkedInvoices} finds them.
 */
@Component
public class Originals {

    private static final int BATCH = 1000;
    private static final String INSERT = """
            insert into invoice.original_reference
                   (company_id, purchase_invoice_id, position, number, number_key, issue_date, ksef_number, advance)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final int[] TYPES = {
        Types.OTHER, Types.OTHER, Types.INTEGER, Types.VARCHAR, Types.VARCHAR, Types.DATE, Types.VARCHAR, Types.BOOLEAN
    };

    private final JdbcTemplate batches;
    private final CurrentActor currentActor;

    Originals(JdbcTemplate batches, CurrentActor currentActor) {
        this.batches = batches;
        this.currentActor = currentActor;
    }

    private record Reference(
            @Nullable String number,
            @Nullable LocalDate issueDate,
            @Nullable String ksefNumber,
            boolean advance) {

        Object[] row(UUID company, UUID invoiceId, int position) {
            String key = number == null ? null : InvoiceNumber.normalised(number);
            return new Object[] {company, invoiceId, position, number, key, issueDate, ksefNumber, advance};
        }
    }

    /** Keeps what a new invoice names. */
    public void keep(UUID invoiceId, ReceivedInvoice invoice) {
        List<Object[]> rows = new ArrayList<>();
        for (Reference one : named(invoice)) {
            rows.add(one.row(currentActor.company().value(), invoiceId, rows.size()));
        }
        for (int from = 0; from < rows.size(); from += BATCH) {
            batches.batchUpdate(INSERT, rows.subList(from, Math.min(rows.size(), from + BATCH)), TYPES);
        }
    }

    private static List<Reference> named(ReceivedInvoice invoice) {
        List<Reference> named = new ArrayList<>();
        for (PrecedingInvoice one : invoice.precedingInvoices()) {
            named.add(new Reference(one.number(), one.issueDate(), one.ksefNumber(), false));
        }
        if (invoice.polish() != null) {
            for (PolishTerms.AdvanceInvoice one : invoice.polish().settledAdvances()) {
                named.add(new Reference(one.number(), null, one.ksefNumber(), true));
            }
        }
        return named;
    }
}
