package io.simbaerp.invoice.posting;

import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.LeafKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** In the integrity log: who coded an invoice, why its receipt date was changed, and by which policy invoices are posted. */
@Component
class InvoiceLeaves implements IntegrityLeaves {

    @Override
    public List<LeafKind> kinds() {
        return List.of(
                LeafKind.addedWithKey("invoice-coder", "invoice.coder", "purchase_invoice_id", "position"),
                LeafKind.added("coding-act", "invoice.coding_act"),
                LeafKind.addedWithKey("touchless-coding", "invoice.touchless_coding", "purchase_invoice_id"),
                LeafKind.added("receipt-date-change", "invoice.receipt_date_change"),
                LeafKind.addedWithKey("told-apart", "invoice.told_apart", "purchase_invoice_id", "other_id"),
                LeafKind.settings("invoice.posting_policy", "company_id", "company_id"),
                LeafKind.settings("invoice.touchless_switch", "supplier_id", "id"));
    }
}
