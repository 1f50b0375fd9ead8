package io.simbaerp.invoice;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.NotFound;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** The purchase invoices of the company acted for. */
interface StoredInvoices extends Repository<PurchaseInvoice, UUID> {

    Optional<PurchaseInvoice> findById(UUID id);

    Optional<PurchaseInvoice> findByDocumentId(UUID documentId);

    boolean existsByDocumentId(UUID documentId);

    PurchaseInvoice saveAndFlush(PurchaseInvoice invoice);

    void flush();

    /**
     * Writes what has changed.
     *
     * @throws Conflict invoice.duplicate-undecided if it would stand coded beside an exact duplicate of it
     */
    default void write() {
        try {
            flush();
        } catch (DataIntegrityViolationException refused) {
            if (String.valueOf(refused.getMessage()).contains("duplicate_is_decided")) {
                throw new Conflict("invoice.duplicate-undecided");
            }
            throw refused;
        }
    }

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select i from PurchaseInvoice i where i.id = :id")
    Optional<PurchaseInvoice> lockById(UUID id);

    boolean existsBySupplierSupplierIdAndState(UUID supplierId, InvoiceState state);

    default boolean anyPostedOf(UUID supplierId) {
        return existsBySupplierSupplierIdAndState(supplierId, InvoiceState.POSTED);
    }

    default PurchaseInvoice existing(PurchaseInvoiceId id) {
        return findById(id.value()).orElseThrow(() -> new NotFound("purchase-invoice", id));
    }

    /** The invoice, locked until the transaction ends. */
    default PurchaseInvoice locked(PurchaseInvoiceId id) {
        return lockById(id.value()).orElseThrow(() -> new NotFound("purchase-invoice", id));
    }
}
