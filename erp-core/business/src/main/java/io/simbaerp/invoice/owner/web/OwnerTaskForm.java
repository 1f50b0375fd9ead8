package io.simbaerp.invoice.owner.web;

import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.identity.role.PersonView;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.owner.OwnedLines;
import io.simbaerp.ledger.owner.CentreOwners;
import io.simbaerp.ledger.owner.NameCentreOwner;
import io.simbaerp.money.Money;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskForm;
import io.simbaerp.task.TaskPage;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The task of whoever keeps the cost centres, where one has no owner who may decide about its lines. */
@Component
class OwnerTaskForm implements TaskForm {

    private static final String FORM = "invoice/owner";
    private static final String FIELD = "owner.";
    private static final String OWNERS = "owners";

    private final PurchaseInvoices invoices;
    private final OwnedLines ownedLines;
    private final CentreOwners owners;
    private final NameCentreOwner nameCentreOwner;
    private final CurrentActor currentActor;

    OwnerTaskForm(
            PurchaseInvoices invoices,
            OwnedLines ownedLines,
            CentreOwners owners,
            NameCentreOwner nameCentreOwner,
            CurrentActor currentActor) {
        this.invoices = invoices;
        this.ownedLines = ownedLines;
        this.owners = owners;
        this.nameCentreOwner = nameCentreOwner;
        this.currentActor = currentActor;
    }

    /** Cost centres without an owner, who may be named, and the lines that wait. */
    record Missing(String supplier, String number, Set<String> centres, List<Choice> people, List<Waiting> lines) {}

    /** Who may be chosen. */
    record Choice(UUID id, String name) {}

    /** A line that goes to such a cost centre. */
    record Waiting(String line, String text, String costCentre, Money net) {}

    @Override
    public Set<String> forms() {
        return Set.of(FORM);
    }

    /** Names whoever is chosen; an owner may also have been named on their own page. */
    @Override
    public void decide(OpenTaskView task, TaskCompletion completion) {
        if (completion.outcome().equals("return")) {
            if (completion.comment() == null || completion.comment().isBlank()) {
                throw RuleViolation.ofField("comment", "approval.reason-missing");
            }
            return;
        }
        JsonNode input = completion.coding();
        Set<String> missing = missing(task);
        if (input != null) {
            input.path(OWNERS).properties().stream()
                    .filter(named -> missing.contains(named.getKey()))
                    .forEach(named -> nameCentreOwner.name(named.getKey(), person(named.getValue()), null));
        }
        Set<String> still = missing(task);
        if (!still.isEmpty()) {
            throw RuleViolation.ofField(
                    FIELD + still.iterator().next(), "invoice.owner-missing", String.join(", ", still));
        }
    }

    private static @Nullable UUID person(JsonNode named) {
        try {
            return named.isString() ? UUID.fromString(named.asString()) : null;
        } catch (IllegalArgumentException notAnId) {
            throw RuleViolation.ofField(OWNERS, "cost-centre.owner-may-not-approve");
        }
    }

    @Override
    public TaskFacts facts(OpenTaskView task) {
        InvoiceDetails details = details(task);
        return new TaskFacts(
                List.of(details.number()),
                details.supplierName(),
                details.number(),
                details.signed(details.gross()),
                null,
                List.of());
    }

    @Override
    public TaskPage page(OpenTaskView task) {
        Missing missing = shown(details(task), missing(task));
        return new TaskPage(
                new TaskPage.Part("invoice/task-owner", "form", missing),
                new TaskPage.Part("invoice/task-owner", "lines", missing));
    }

    private Missing shown(InvoiceDetails details, Set<String> centres) {
        Map<String, String> texts = CodableLine.of(details.invoice()).stream()
                .collect(Collectors.toMap(CodableLine::key, CodableLine::text, (one, other) -> one));
        return new Missing(
                details.supplierName(),
                details.number(),
                centres,
                owners.candidates().stream()
                        .filter(person -> !currentActor.get().people().contains(person.id()))
                        .map(OwnerTaskForm::choice)
                        .toList(),
                details.coding().stream()
                        .flatMap(CodedLine::apart)
                        .filter(line -> line.costCentre() != null && centres.contains(line.costCentre()))
                        .map(line -> new Waiting(
                                line.line(),
                                texts.getOrDefault(line.line(), ""),
                                String.valueOf(line.costCentre()),
                                details.signed(line.net())))
                        .toList());
    }

    @Override
    public @Nullable JsonNode coding(OpenTaskView task, Map<String, List<String>> fields) {
        ObjectNode named = JsonMapper.shared().createObjectNode();
        fields.forEach((field, values) -> {
            if (field.startsWith(FIELD) && !values.get(0).isBlank()) {
                named.put(field.substring(FIELD.length()), values.get(0));
            }
        });
        return named.isEmpty() ? null : JsonMapper.shared().createObjectNode().set(OWNERS, named);
    }

    private static Choice choice(PersonView person) {
        return new Choice(person.id(), person.name());
    }

    private Set<String> missing(OpenTaskView task) {
        return ownedLines.of(id(task)).unowned();
    }

    private InvoiceDetails details(OpenTaskView task) {
        return invoices.byId(id(task)).orElseThrow(() -> new NotFound("purchase-invoice", id(task)));
    }

    private static PurchaseInvoiceId id(OpenTaskView task) {
        return new PurchaseInvoiceId(task.subject().id());
    }
}
