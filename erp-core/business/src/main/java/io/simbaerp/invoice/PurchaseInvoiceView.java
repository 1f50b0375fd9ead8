package io.simbaerp.invoice;

import io.simbaerp.document.DocumentId;
import io.simbaerp.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A purchase invoice in one line.
 *
 * @param number BT-1, the supplier's number
 * @param supplierName BT-27, as the invoice states it
 * @param supplierId the party it was matched with
 * @param due BT-115; negative for a credit note
 */
public record PurchaseInvoiceView(
        PurchaseInvoiceId id,
        DocumentId documentId,
        InvoiceState state,
        boolean creditNote,
        String number,
        String supplierName,
        @Nullable UUID supplierId,
        LocalDate issueDate,
        LocalDate receivedOn,
        @Nullable LocalDate dueDate,
        Money net,
        Money gross,
        Money due,
        int version) {}
