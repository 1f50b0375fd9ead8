package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.invoice.PurchaseInvoiceReceived;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every purchase invoice that was received, in the transaction that registered it. */
@Component
class PurchaseInvoiceApprovalProcess {

    static final String ID = "PurchaseInvoiceApproval";
    static final String INVOICE = "invoiceId";
    static final String DOCUMENT = "documentId";

    private final RuntimeService runtime;

    PurchaseInvoiceApprovalProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    /** An invoice has one process, however often it is told of. */
    @EventListener
    void begin(PurchaseInvoiceReceived event) {
        String invoice = event.invoiceId().value().toString();
        boolean runs = runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(invoice, ID)
                        .count()
                > 0;
        if (!runs) {
            runtime.createProcessInstanceByKey(ID)
                    .processDefinitionWithoutTenantId()
                    .businessKey(invoice)
                    .setVariable(INVOICE, invoice)
                    .setVariable(DOCUMENT, event.documentId().value().toString())
                    .execute();
        }
    }
}
