package io.simbaerp.invoice.booking.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.action.DocumentActions;
import io.simbaerp.document.action.OfferedAction;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.booking.ReversedPostings;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers to take a posted invoice back and to code it again, and shows what was taken back before. */
@Component
class InvoiceActions implements DocumentActions {

    private final Permission permission;
    private final PurchaseInvoices invoices;
    private final ReversedPostings reversedPostings;

    InvoiceActions(Permission permission, PurchaseInvoices invoices, ReversedPostings reversedPostings) {
        this.permission = permission;
        this.invoices = invoices;
        this.reversedPostings = reversedPostings;
    }

    @Override
    public List<OfferedAction> of(DocumentView document) {
        String path = "/documents/" + document.id() + "/reversal";
        if (document.kind().equals(DocumentKind.PLAIN)) {
            return List.of();
        }
        if (document.state() == DocumentState.POSTED && permission.has(Duty.POST_JOURNAL_ENTRY)) {
            return List.of(new OfferedAction("invoice.reversal.offer", path));
        }
        boolean takenBack = invoices.byDocument(document.id())
                .map(details -> !reversedPostings.of(details.id()).isEmpty())
                .orElse(false);
        return takenBack ? List.of(new OfferedAction("invoice.reversal.before", path)) : List.of();
    }
}
