package io.simbaerp.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

/** Does with invoices what the process does, so that a test of the module needs no engine. */
public class InvoiceDesk {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    KeepDocument keepDocument;

    @Autowired
    RegisterDocument registerDocument;

    @Autowired
    RegisterPurchaseInvoice register;

    @Autowired
    InvoiceQuestions questions;

    @Autowired
    AnswerQuestion answerQuestion;

    @Autowired
    CodePurchaseInvoice code;

    @Autowired
    ApprovalFacts approvalFacts;

    @Autowired
    RequestApproval requestApproval;

    @Autowired
    DecideApproval decideApproval;

    @Autowired
    PostPurchaseInvoice post;

    @Autowired
    PurchaseInvoices invoices;

    /** A company with the Polish chart and VAT codes. */
    public TestCompany company() {
        TestCompany company = companies.create();
        company.run(() -> {
            installChart.install();
            installTaxCodes.install();
        });
        return company;
    }

    public DocumentView document(TestCompany company) {
        return company.as(() -> {
            DocumentView kept = keepDocument
                    .keep(new DocumentDraft(
                            UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8),
                            "invoice.xml",
                            "application/xml",
                            "upload",
                            LocalDate.of(2026, 11, 20),
                            null))
                    .document();
            return registerDocument.register(
                    new RegistrationDraft(kept.id(), DocumentKind.PURCHASE_INVOICE, "invoice", null, List.of(), null));
        });
    }

    public PurchaseInvoiceId received(TestCompany company, ReceivedInvoice invoice) {
        return received(company, invoice, LocalDate.of(2026, 11, 20));
    }

    public PurchaseInvoiceId received(TestCompany company, ReceivedInvoice invoice, LocalDate receivedOn) {
        return received(company, invoice, receivedOn, null);
    }

    /** As it comes from KSeF, with its number there. */
    public PurchaseInvoiceId received(
            TestCompany company, ReceivedInvoice invoice, LocalDate receivedOn, @Nullable String ksefNumber) {
        DocumentView document = document(company);
        return company.as(() -> register.register(new PurchaseInvoiceDraft(
                document.id(), invoice, List.of(), receivedOn, ksefNumber, document.sha256())));
    }

    /** Answers every question so that it goes on. */
    public void answerAll(TestCompany company, PurchaseInvoiceId id) {
        company.run(() -> {
            for (var question = questions.nextOpen(id); question.isPresent(); question = questions.nextOpen(id)) {
                answerQuestion.answer(
                        id,
                        question.get(),
                        switch (question.get()) {
                            case BUYER -> "ours";
                            case SUPPLIER -> "create-supplier";
                            case PAYEE -> "create-payee";
                            case DUPLICATE -> "not-a-duplicate";
                            case RATE -> "rate-added";
                        },
                        null);
            }
        });
    }

    /** One level, approved by somebody who didn't code it. */
    public void approve(TestCompany company, PurchaseInvoiceId id) {
        Subject subject = new Subject("purchase-invoice", id.value());
        String hash = company.as(() -> approvalFacts.of(id)).contentHash();
        company.run(() -> requestApproval.request(subject, List.of(Duty.APPROVE_INVOICE), hash));
        company.asPerson(UUID.randomUUID(), () -> {
            decideApproval.decide(new ApprovalDecisionDraft(
                    subject, Duty.APPROVE_INVOICE, Decision.APPROVE, hash, null, List.of(), Extent.NONE));
            return null;
        });
    }

    public PostOutcome posted(TestCompany company, PurchaseInvoiceId id) {
        return company.as(() -> post.post(id));
    }

    /** Puts down the coding: the proposal, or this one. */
    public void coded(TestCompany company, PurchaseInvoiceId id, UUID person, @Nullable CodingDraft draft) {
        company.asPerson(person, () -> {
            code.code(id, draft);
            return null;
        });
    }

    /** From receipt to the books, with every proposal accepted. */
    public PurchaseInvoiceId carriedForward(TestCompany company, ReceivedInvoice invoice) {
        PurchaseInvoiceId id = received(company, invoice);
        answerAll(company, id);
        company.run(() -> code.code(id, null));
        approve(company, id);
        assertThat(posted(company, id)).isEqualTo(PostOutcome.POSTED);
        return id;
    }

    public InvoiceDetails details(TestCompany company, PurchaseInvoiceId id) {
        return company.as(() -> invoices.byId(id)).orElseThrow();
    }
}
