package io.simbaerp.invoice.booking.web;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Permission;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.action.DocumentActions;
import io.simbaerp.document.action.OfferedAction;
import java.util.List;
import org.springframework.stereotype.Component;

/** Offers to take a posted invoice back and to code it again. */
@Component
class InvoiceActions implements DocumentActions {

    private final Permission permission;

    InvoiceActions(Permission permission) {
        this.permission = permission;
    }

    @Override
    public List<OfferedAction> of(DocumentView document) {
        boolean reversible = document.state() == DocumentState.POSTED
                && !document.kind().equals(DocumentKind.PLAIN)
                && permission.has(Duty.POST_JOURNAL_ENTRY);
        return reversible
                ? List.of(new OfferedAction("invoice.reversal.offer", "/documents/" + document.id() + "/reversal"))
                : List.of();
    }
}
