package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.document.DocumentId;
import io.simbaerp.invoice.CorrectReceiptDate.ReceiptDateCorrected;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoiceReceived;
import io.simbaerp.invoice.ReversePurchaseInvoice.PurchaseInvoiceReversed;
import io.simbaerp.workflow.engine.Processes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process of every purchase invoice that was received, in the transaction that registered it; and again when it was reversed. */
@Component
class PurchaseInvoiceApprovalProcess {

    static final String ID = "PurchaseInvoiceApproval";
    static final String INVOICE = "invoiceId";
    static final String DOCUMENT = "documentId";

    private static final String REQUEST = "Step_RequestApproval";
    /** Where somebody is asked: one alone, or several side by side. */
    private static final List<String> APPROVALS =
            List.of("Task_ApproveInvoice", "Task_ApproveTogether#multiInstanceBody");

    private final Processes processes;
    private final RuntimeService runtime;

    PurchaseInvoiceApprovalProcess(Processes processes, RuntimeService runtime) {
        this.processes = processes;
        this.runtime = runtime;
    }

    /** An invoice has one process, however often it is told of. */
    @EventListener
    void begin(PurchaseInvoiceReceived event) {
        if (!runsFor(event.invoiceId())) {
            start(event.invoiceId(), event.documentId());
        }
    }

    /**
     * Taken out of the books it goes the whole way again. While the process before still seals its protocol, which tells
     * of the posting as it stands, nothing is taken back.
     */
    @EventListener
    void beginAgain(PurchaseInvoiceReversed event) {
        if (runsFor(event.invoiceId())) {
            throw new Conflict("invoice.protocol-pending");
        }
        start(event.invoiceId(), event.documentId());
    }

    /**
     * What changes while an approver is asked about it is asked about anew, from the first level on: nobody is asked about
     * what is there no more.
     */
    @EventListener
    void askAnew(ReceiptDateCorrected event) {
        running(event.invoiceId()).forEach(instance -> {
            ActivityInstance whole = runtime.getActivityInstance(instance.getId());
            List<ActivityInstance> asked = APPROVALS.stream()
                    .flatMap(task -> Stream.of(whole.getActivityInstances(task)))
                    .toList();
            if (!asked.isEmpty()) {
                ProcessInstanceModificationBuilder anew = runtime.createProcessInstanceModification(instance.getId())
                        .startBeforeActivity(REQUEST);
                asked.forEach(one -> anew.cancelActivityInstance(one.getId()));
                anew.execute();
            }
        });
    }

    private List<ProcessInstance> running(PurchaseInvoiceId invoice) {
        return runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(invoice.value().toString(), ID)
                .list();
    }

    private boolean runsFor(PurchaseInvoiceId invoice) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(invoice.value().toString(), ID)
                        .count()
                > 0;
    }

    private void start(PurchaseInvoiceId invoice, DocumentId document) {
        processes.begin(
                ID,
                invoice.value(),
                Map.of(
                        INVOICE,
                        invoice.value().toString(),
                        DOCUMENT,
                        document.value().toString()));
    }
}
