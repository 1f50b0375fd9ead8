package io.simbaerp.invoice.recall;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.BusinessEvent;
import io.simbaerp.architecture.CompanyId;
import io.simbaerp.architecture.Subject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whoever coded an invoice called it back from approval. */
public record PurchaseInvoiceCalledBack(
        CompanyId company,
        Actor actor,
        Instant at,
        UUID invoiceId,
        @Nullable UUID documentId) implements BusinessEvent {

    @Override
    public Subject subject() {
        return new Subject("purchase-invoice", invoiceId);
    }

    @Override
    public List<Subject> concerns() {
        return Stream.ofNullable(documentId)
                .map(id -> new Subject("document", id))
                .toList();
    }
}
