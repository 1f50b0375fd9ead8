package io.simbaerp.workflow.purchaseinvoice;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.architecture.Subject;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.identity.StandardRoles;
import io.simbaerp.identity.UserDraft;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.ledger.owner.CentreOwners;
import io.simbaerp.ledger.owner.NameCentreOwner;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.workflow.model.OwnModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Owners of cost centres, an invoice with lines of several, and what is done with it. */
abstract class CostOwnersDesk {

    static final String OWNERS = "\"COST_OWNER\",\"owners\",,,";

    @Autowired
    Business business;

    @Autowired
    OwnModels own;

    @Autowired
    NameCentreOwner nameOwner;

    @Autowired
    CentreOwners owners;

    @Autowired
    Approvals approvals;

    final UUID accountant = UUID.randomUUID();
    TestCompany company;
    UUID anna;
    UUID bert;

    @BeforeEach
    void makeCompany() {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
            StandardRoles.all().forEach(business.defineRole::define);
        });
        anna = manager("Anna");
        bert = manager("Bert");
        company.run(() -> nameOwner.name("310", anna, null));
        company.run(() -> nameOwner.name("320", bert, null));
    }

    UUID manager(String name) {
        return company.as(() -> business.registerUser.register(
                new UserDraft("m" + UUID.randomUUID(), name, "password", "en", Set.of("manager"))));
    }

    static JsonNode lines(String... units) {
        return JsonMapper.shared().valueToTree(Map.of("lines", List.of(units)));
    }

    static JsonNode named(String centre, UUID person) {
        return JsonMapper.shared().valueToTree(Map.of("owners", Map.of(centre, person.toString())));
    }

    static Map<String, String> line(String line, String account, String centre) {
        return Map.of("line", line, "account", account, "costCentre", centre, "taxCode", "Z23");
    }

    @SafeVarargs
    static JsonNode coding(Map<String, String>... lines) {
        return JsonMapper.shared().valueToTree(Map.of("lines", List.of(lines)));
    }

    @SafeVarargs
    final void code(DocumentView document, Map<String, String>... lines) {
        complete(accountant, open(document).get(0), "send", coding(lines));
    }

    /** Coded by the very owner of 310, so that somebody stands in for them. */
    @SafeVarargs
    final DocumentView codedByAnOwner(Map<String, String>... lines) {
        company.run(() -> nameOwner.name("310", manager("Coder"), null));
        DocumentView document = received();
        complete(company.as(() -> owners.today()).get("310"), open(document).get(0), "send", coding(lines));
        return document;
    }

    /** 1000, 200 and 300 złoty. */
    DocumentView received() {
        DocumentView document = business.document(company);
        company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(),
                SampleInvoice.to("PL" + company.taxId())
                        .line("Transport krajowy", "1000.00", "S", "23")
                        .line("Magazyn", "200.00", "S", "23")
                        .line("Spedycja", "300.00", "S", "23")
                        .build(),
                List.of(),
                LocalDate.of(2026, 11, 20),
                null,
                document.sha256())));
        business.dueJobs.run();
        for (TaskView asked = open(document).get(0);
                !asked.key().equals("Task_CodeInvoice");
                asked = open(document).get(0)) {
            complete(accountant, asked, asked.outcomes().get(0), null);
        }
        return document;
    }

    void complete(UUID person, TaskView task, String outcome, @Nullable JsonNode input) {
        String comment = outcome.equals("return") || outcome.equals("reject") ? "Not like this" : null;
        company.asPerson(
                person,
                () -> business.completeTask.complete(new TaskCompletion(task.id(), outcome, comment, input, null)));
        business.dueJobs.run();
    }

    TaskView taskOf(UUID person, DocumentView document) {
        List<UUID> ids = openIds(document);
        return company.asPerson(person, () -> business.tasks.byIds(ids)).stream()
                .filter(task -> person.equals(task.assignee()))
                .findFirst()
                .orElseThrow();
    }

    List<TaskView> open(DocumentView document) {
        List<UUID> ids = openIds(document);
        return company.as(() -> business.tasks.byIds(ids));
    }

    List<UUID> openIds(DocumentView document) {
        return company.inTransaction(() -> business.jdbc
                .sql("select id from task.task where document_id = :document and state = 'OPEN' order by id")
                .param("document", document.id().value())
                .query(UUID.class)
                .list());
    }

    List<ApprovalDecisionView> decisions(DocumentView document) {
        UUID invoice = company.as(() -> business.invoices.byDocument(document.id()))
                .orElseThrow()
                .id();
        return company.as(() -> approvals.of(new Subject("purchase-invoice", invoice)));
    }

    DocumentState state(DocumentView document) {
        return company.as(() -> business.documents.byId(document.id()))
                .orElseThrow()
                .state();
    }
}
