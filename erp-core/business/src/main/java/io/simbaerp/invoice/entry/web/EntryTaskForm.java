package io.simbaerp.invoice.entry.web;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.ArchiveDocument;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.invoice.entry.EnterPurchaseInvoice;
import io.simbaerp.invoice.registration.LookingUp;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The form in which somebody types in what stands on a picture or a plain PDF. */
@Component
class EntryTaskForm implements TaskForm {

    private static final String ENTER = "enter";

    private final EnterPurchaseInvoice enterPurchaseInvoice;
    private final ArchiveDocument archiveDocument;
    private final Documents documents;
    private final CurrentCompany currentCompany;
    private final LookingUp lookingUp;

    EntryTaskForm(
            EnterPurchaseInvoice enterPurchaseInvoice,
            ArchiveDocument archiveDocument,
            Documents documents,
            CurrentCompany currentCompany,
            LookingUp lookingUp) {
        this.enterPurchaseInvoice = enterPurchaseInvoice;
        this.archiveDocument = archiveDocument;
        this.documents = documents;
        this.currentCompany = currentCompany;
        this.lookingUp = lookingUp;
    }

    @Override
    public Set<String> forms() {
        return Set.of("invoice/entry");
    }

    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        DocumentView document = document(task);
        switch (completion.outcome()) {
            case ENTER -> enterPurchaseInvoice.enter(document.id(), EntryInput.read(completion.coding()));
            case "file-away" -> fileAway(document);
            default -> throw new RuleViolation("invoice.outcome-unknown", "ENTRY", completion.outcome());
        }
    }

    /** Somebody may have archived it from its own page meanwhile. */
    private void fileAway(DocumentView document) {
        if (document.state() == DocumentState.RECEIVED) {
            archiveDocument.archive(document.id());
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        DocumentView document = document(task);
        String name = Objects.requireNonNullElse(document.number(), document.fileName());
        return new TaskFacts(List.of(name), document.fileName(), name, null, null, List.of());
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        return page(task, Map.of());
    }

    @Override
    public TaskPage page(OpenTaskView task, Map<String, List<String>> entered) {
        boolean open = document(task).state() == DocumentState.RECEIVED;
        EntryPage page = new EntryPage(fields(entered), rows(entered), EntryInput.CATEGORIES, open);
        return new TaskPage(new TaskPage.Part("invoice/task-entry", "form", page), null);
    }

    @Override
    public JsonNode coding(OpenTaskView task, Map<String, List<String>> fields) {
        return EntryInput.ofFields(fields);
    }

    @Override
    public boolean leadsOn(OpenTaskView task, String outcome) {
        return outcome.equals(ENTER);
    }

    private Map<String, String> fields(Map<String, List<String>> entered) {
        Map<String, String> fields = new HashMap<>();
        EntryInput.FIELDS.forEach(field -> fields.put(field, at(entered, field, 0)));
        if (!entered.containsKey("currency")) {
            fields.put("kind", "invoice");
            fields.put("currency", currentCompany.get().baseCurrency().code());
            fields.put("sellerCountry", currentCompany.get().country());
        }
        return fields;
    }

    private static List<EntryPage.Row> rows(Map<String, List<String>> entered) {
        List<EntryPage.Row> rows = new ArrayList<>();
        int count =
                Math.max(EntryPage.ROWS, entered.getOrDefault("net", List.of()).size());
        for (int i = 0; i < count; i++) {
            String category = at(entered, "category", i);
            rows.add(new EntryPage.Row(
                    category.isEmpty() ? "S" : category,
                    at(entered, "rate", i),
                    at(entered, "net", i),
                    at(entered, "tax", i)));
        }
        return rows;
    }

    private static String at(Map<String, List<String>> fields, String name, int i) {
        List<String> values = fields.getOrDefault(name, List.of());
        return i < values.size() ? values.get(i) : "";
    }

    private DocumentView document(OpenTaskView task) {
        DocumentId id = new DocumentId(task.subject().id());
        return lookingUp.in(() -> documents.byId(id).orElseThrow(() -> new NotFound("document", id)));
    }
}
