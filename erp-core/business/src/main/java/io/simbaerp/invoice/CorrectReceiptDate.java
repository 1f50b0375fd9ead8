package io.simbaerp.invoice;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.registration.Occasion;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Corrects the day an invoice reached us, with a reason that is kept. It is part of the content: approvals given before
 * fall.
 */
@UseCase(Duty.CODE_INVOICE)
public class CorrectReceiptDate {

    /** The day an invoice reached us was corrected. */
    public record ReceiptDateCorrected(
            CompanyId company, Actor actor, Instant at, PurchaseInvoiceId invoiceId, DocumentId documentId)
            implements BusinessEvent {

        @Override
        public Subject subject() {
            return new Subject("purchase-invoice", invoiceId.value());
        }

        @Override
        public List<Subject> concerns() {
            return List.of(new Subject("document", documentId.value()));
        }
    }

    private final StoredInvoices invoices;
    private final JdbcClient jdbc;
    private final BusinessDay businessDay;
    private final Occasion occasion;

    CorrectReceiptDate(StoredInvoices invoices, JdbcClient jdbc, BusinessDay businessDay, Occasion occasion) {
        this.invoices = invoices;
        this.jdbc = jdbc;
        this.businessDay = businessDay;
        this.occasion = occasion;
    }

    /** @throws RuleViolation invoice.reason-missing, invoice.received-in-future, invoice.closed */
    public void correct(PurchaseInvoiceId id, LocalDate day, @Nullable String reason) {
        if (reason == null || reason.isBlank()) {
            throw RuleViolation.ofField("reason", "invoice.reason-missing");
        }
        if (day.isAfter(businessDay.today())) {
            throw RuleViolation.ofField("receivedOn", "invoice.received-in-future", day);
        }
        PurchaseInvoice invoice = invoices.locked(id);
        LocalDate before = invoice.dates().received();
        invoice.receivedOn(day);
        invoices.flush();
        jdbc.sql("""
                        insert into invoice.receipt_date_change
                               (company_id, id, purchase_invoice_id, before, after, reason, changed_by, changed_at)
                        values (:company, :id, :invoice, :before, :after, :reason, :by, :at)""")
                .param("company", occasion.company().value())
                .param("id", occasion.newId())
                .param("invoice", id.value())
                .param("before", before)
                .param("after", day)
                .param("reason", reason.strip())
                .param("by", occasion.actor().toString())
                .param("at", Timestamp.from(occasion.now()))
                .update();
        occasion.tell(new ReceiptDateCorrected(
                occasion.company(), occasion.actor(), occasion.now(), id, invoice.documentId()));
    }
}
