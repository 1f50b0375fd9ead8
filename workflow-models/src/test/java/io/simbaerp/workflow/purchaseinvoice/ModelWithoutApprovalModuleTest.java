package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import io.simbaerp.party.PartyId;
import io.simbaerp.payment.Payables;
import io.simbaerp.payment.PaymentRunDraft;
import io.simbaerp.payment.PaymentRunState;
import io.simbaerp.payment.PaymentRunView;
import io.simbaerp.payment.PaymentRuns;
import io.simbaerp.payment.ProposePaymentRun;
import io.simbaerp.payment.SendPaymentRun;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.model.OwnModels;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

/**
 * Models the gate lets pass, since every element of them is known, and that leave out the approval: what is behind
 * posting and paying asks for the stored decision itself.
 */
@ModuleTest
class ModelWithoutApprovalModuleTest {

    private static final String FRAME = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="D" targetNamespace="https://simba-erp.io/processes">
              <process id="%s" name="Without an approval" isExecutable="true" camunda:historyTimeToLive="P1D">
                <extensionElements><camunda:properties><camunda:property name="subject" value="%s" /></camunda:properties></extensionElements>
                %s
              </process>
            </definitions>""";

    private static final String CODE_AND_POST = """
            <startEvent id="Start_1" /><sequenceFlow id="Flow_0" sourceRef="Start_1" targetRef="Task_DecideSupplier" />
            <userTask id="Task_DecideSupplier" camunda:formKey="invoice/supplier" camunda:candidateGroups="CODE_INVOICE">
              <extensionElements><camunda:properties><camunda:property name="outcomes" value="create-supplier, reject" /></camunda:properties></extensionElements>
            </userTask>
            <sequenceFlow id="Flow_1" sourceRef="Task_DecideSupplier" targetRef="Task_CodeInvoice" />
            <userTask id="Task_CodeInvoice" camunda:asyncAfter="true" camunda:formKey="invoice/coding" camunda:candidateGroups="CODE_INVOICE">
              <extensionElements><camunda:properties><camunda:property name="outcomes" value="send, reject" /></camunda:properties></extensionElements>
            </userTask>
            %s
            <serviceTask id="Step_Post" camunda:expression="${purchaseInvoiceApprovalSteps.post(invoiceId)}" camunda:resultVariable="postOutcome" />
            <sequenceFlow id="Flow_3" sourceRef="Step_Post" targetRef="End_1" /><endEvent id="End_1" />""";

    private static final String AT_ONCE =
            "<sequenceFlow id=\"Flow_2\" sourceRef=\"Task_CodeInvoice\" targetRef=\"Step_Post\" />";

    private static final String ASKED_AND_NOT_AWAITED = """
            <sequenceFlow id="Flow_2" sourceRef="Task_CodeInvoice" targetRef="Step_Request" />
            <serviceTask id="Step_Request" camunda:expression="${purchaseInvoiceApprovalSteps.requestApproval(invoiceId)}" />
            <sequenceFlow id="Flow_2b" sourceRef="Step_Request" targetRef="Step_Post" />""";

    @Autowired
    Business business;

    @Autowired
    OwnModels own;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    ProposePaymentRun proposeRun;

    @Autowired
    SendPaymentRun sendRun;

    @Autowired
    PaymentRuns runs;

    private TestCompany company;

    @ParameterizedTest
    @ValueSource(strings = {AT_ONCE, ASKED_AND_NOT_AWAITED})
    void aPurchaseInvoiceIsNotPosted(String between) {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
        });
        own.deploy(
                company,
                FRAME.formatted("PurchaseInvoiceApproval", "purchase-invoice", CODE_AND_POST.formatted(between)));
        DocumentView document = business.document(company);
        PurchaseInvoiceId invoice = company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(),
                SampleInvoice.to("PL" + company.taxId())
                        .line("Transport krajowy", "8600.00", "S", "23")
                        .build(),
                List.of(),
                LocalDate.of(2026, 11, 20),
                null,
                document.sha256())));
        for (String outcome : List.of("create-supplier", "send")) {
            TaskView task = company.as(() -> business.tasks
                            .list(TaskSelection.ofDocument(document.id().value()))
                            .items())
                    .get(0);
            company.asPerson(
                    UUID.randomUUID(),
                    () -> business.completeTask.complete(new TaskCompletion(task.id(), outcome, null, null, null)));
        }
        business.dueJobs.run();

        assertThat(company.as(() -> business.documents.byId(document.id()))
                        .orElseThrow()
                        .state())
                .isNotEqualTo(DocumentState.POSTED);
        assertThat(company.as(() -> business.entries.ofDocument(document.id().value())))
                .isEmpty();
        assertThat(business.history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(invoice.value().toString())
                        .finished()
                        .count())
                .as("the process itself came to its end")
                .isEqualTo(1);
    }

    @Test
    void aPaymentRunIsNotReleased() {
        Payables payables = new Payables();
        beans.autowireBean(payables);
        company = payables.company();
        UUID account = payables.ownAccount(company);
        PartyId supplier = payables.supplier(company, "Tekturo Opakowania S.A.");
        payables.owed(company, supplier, Side.CREDIT, "120.00");
        own.deploy(company, FRAME.formatted("PaymentRunApproval", "payment-run", """
                <startEvent id="Start_1" /><sequenceFlow id="Flow_1" sourceRef="Start_1" targetRef="Step_Request" />
                <serviceTask id="Step_Request" camunda:expression="${paymentRunApprovalSteps.requestApproval(runId)}" />
                <sequenceFlow id="Flow_2" sourceRef="Step_Request" targetRef="Step_Release" />
                <serviceTask id="Step_Release" camunda:expression="${paymentRunApprovalSteps.release(runId)}" camunda:resultVariable="releaseOutcome" />
                <sequenceFlow id="Flow_3" sourceRef="Step_Release" targetRef="End_1" /><endEvent id="End_1" />"""));
        UUID treasurer = UUID.randomUUID();
        PaymentRunView run = company.asPerson(
                treasurer, () -> proposeRun.propose(new PaymentRunDraft(Payables.DAY.plusDays(30), account, null)));
        assertThat(run.total()).isEqualTo(Money.of("120.00", "PLN"));
        company.asPerson(treasurer, () -> {
            sendRun.send(run.id(), null);
            return true;
        });
        business.dueJobs.run();

        PaymentRunView after = company.as(() -> runs.byId(run.id())).orElseThrow();
        assertThat(after.state()).isEqualTo(PaymentRunState.IN_APPROVAL);
        assertThat(after.note()).isEqualTo("NOT_APPROVED");
        assertThat(after.proposal().approvedBy()).isNull();
    }
}
