package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.ApprovalDecisionDraft;
import io.simbaerp.approval.DecideApproval;
import io.simbaerp.approval.Decision;
import io.simbaerp.approval.RequestApproval;
import io.simbaerp.approval.VoidApprovals;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.Extent;
import io.simbaerp.architecture.Subject;
import io.simbaerp.company.AddExchangeRate;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.ProcessPicture;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.document.attachment.Attachments;
import io.simbaerp.identity.DefineRole;
import io.simbaerp.identity.RegisterUser;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.RegisterPurchaseInvoice;
import io.simbaerp.invoice.automation.SwitchTouchless;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceContent;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.money.CurrencyCode;
import io.simbaerp.party.Address;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.task.CompleteTask;
import io.simbaerp.task.Tasks;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.engine.DueJobs;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The business below the process, as its test reaches it. */
@Component
class Business {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts installChart;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    AddExchangeRate addExchangeRate;

    @Autowired
    Attachments attachments;

    @Autowired
    KeepDocument keepDocument;

    @Autowired
    RegisterDocument registerDocument;

    @Autowired
    RegisterPurchaseInvoice register;

    @Autowired
    Parties parties;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    DefineRole defineRole;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    SwitchTouchless switchTouchless;

    @Autowired
    PurchaseInvoices invoices;

    @Autowired
    Documents documents;

    @Autowired
    JournalEntries entries;

    @Autowired
    Tasks tasks;

    @Autowired
    CompleteTask completeTask;

    @Autowired
    RequestApproval requestApproval;

    @Autowired
    DecideApproval decideApproval;

    @Autowired
    VoidApprovals voidApprovals;

    @Autowired
    ProcessPicture picture;

    @Autowired
    HistoryService history;

    @Autowired
    DueJobs dueJobs;

    @Autowired
    JdbcClient jdbc;

    DocumentView document(TestCompany company) {
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

    UUID party(TestCompany company, String name) {
        return company.as(() -> registerParty.register(
                        new PartyDraft(name, List.of(), new Address(null, null, null, null, null, "PL"), true, false)))
                .value();
    }

    /** Somebody who signs in and codes invoices. */
    UUID accountant(TestCompany company) {
        return company.as(() -> {
            StandardRoles.all().forEach(defineRole::define);
            return registerUser.register(
                    new UserDraft("a" + UUID.randomUUID(), "Accountant", "password", "en", Set.of("accountant")));
        });
    }

    /** What the form of the supplier's task sends when one of our parties is chosen. */
    JsonNode chosen(UUID party) {
        return JsonMapper.shared().createObjectNode().put("partyId", party.toString());
    }

    void addRates() {
        for (int day = 10; day <= 19; day++) {
            addExchangeRate.add(new AddExchangeRate.Draft(
                    CurrencyCode.EUR,
                    LocalDate.of(2026, 11, day),
                    new BigDecimal("4.2731"),
                    "%03d/A/NBP/2026".formatted(210 + day),
                    "NBP"));
        }
    }

    /** What no use case would do: SQL past the application, in the company's own transaction. */
    void sql(TestCompany company, String statement) {
        company.inTransaction(() -> jdbc.sql(statement).update());
    }

    void changeContent(TestCompany company, PurchaseInvoiceId invoice) {
        sql(company, "update invoice.purchase_invoice set payee_account = 'PL99' where id = '" + invoice.value() + "'");
    }

    void backdate(TestCompany company, PurchaseInvoiceId invoice) {
        sql(
                company,
                "update invoice.purchase_invoice set registered_at = registered_at - interval '1 day' where id = '"
                        + invoice.value() + "'");
    }

    void forgetRates(TestCompany company, PurchaseInvoiceId invoice) {
        sql(
                company,
                "update invoice.purchase_invoice set ledger_rate = null, ledger_rate_date = null,"
                        + " ledger_rate_table = null, ledger_rate_source = null, vat_rate = null, vat_rate_date = null,"
                        + " vat_rate_table = null, vat_rate_source = null where id = '" + invoice.value() + "'");
    }

    /** Has the invoice approved as it stands now, past its process. */
    void approveAsItStands(TestCompany company, PurchaseInvoiceId invoice) {
        Subject subject = new Subject("purchase-invoice", invoice.value());
        String hash = company.as(() ->
                ContentRecipe.hash(InvoiceContent.of(invoices.byId(invoice).orElseThrow())));
        company.run(() -> requestApproval.request(subject, List.of(Duty.APPROVE_INVOICE), hash));
        company.asPerson(UUID.randomUUID(), () -> {
            decideApproval.decide(new ApprovalDecisionDraft(
                    subject, Duty.APPROVE_INVOICE, Decision.APPROVE, hash, null, List.of(), Extent.NONE));
            return true;
        });
    }
}
