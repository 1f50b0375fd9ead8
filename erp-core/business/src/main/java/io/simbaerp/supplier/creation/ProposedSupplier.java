package io.simbaerp.supplier.creation;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.matter.ApprovalMatter;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.party.Address;
import io.simbaerp.party.Parties;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.PartyView;
import io.simbaerp.party.creation.SupplierChecks;
import io.simbaerp.party.creation.SupplierCreation;
import io.simbaerp.party.creation.SupplierCreations;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.task.TaskFacts.ShownField;
import io.simbaerp.task.TaskPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The approval of a new supplier: is there such a business, is it not one we have already, and who says so? */
@Component
class ProposedSupplier implements ApprovalMatter {

    static final String KIND = "party";

    private final SupplierCreations creations;
    private final SupplierChecks checks;
    private final Parties parties;
    private final ActorNames names;

    ProposedSupplier(SupplierCreations creations, SupplierChecks checks, Parties parties, ActorNames names) {
        this.creations = creations;
        this.checks = checks;
        this.parties = parties;
        this.names = names;
    }

    static Subject subject(UUID party) {
        return new Subject(KIND, party);
    }

    /** What the task shows. */
    public record SupplierPage(
            PartyView party, SupplierCreation creation, String proposedBy, List<SupplierChecks.Finding> findings) {

        public String place() {
            return Stream.of(
                            party.address().street(),
                            party.address().additional(),
                            party.address().postalCode(),
                            party.address().city(),
                            party.address().country())
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(", "));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Duty> levels(UUID id) {
        return List.of(Duty.APPROVE_SUPPLIER);
    }

    @Override
    public String contentHash(UUID id) {
        return creation(id).hash();
    }

    @Override
    public List<PriorAct> priorActs(UUID id) {
        SupplierCreation creation = creation(id);
        return creation.authors().stream()
                .flatMap(author -> PriorAct.of(author, PriorAct.Kind.PROPOSED_SUPPLIER, creation.proposedAt()))
                .toList();
    }

    @Override
    public Optional<RuleViolation> obstacle(UUID id) {
        return creation(id).proven() ? Optional.empty() : Optional.of(new RuleViolation("supplier.proof-missing"));
    }

    @Override
    public TaskFacts facts(UUID id) {
        SupplierCreation creation = creation(id);
        PartyView party = party(id);
        List<ShownField> shown = new ArrayList<>();
        if (party.taxId() != null) {
            shown.add(new ShownField("party.tax-ids", String.join(", ", party.taxIds())));
        }
        Address address = party.address();
        shown.add(new ShownField(
                "party.address",
                Stream.of(address.street(), address.postalCode(), address.city(), address.country())
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "))));
        shown.add(new ShownField("party.creation.proposed-by", proposer(creation)));
        return new TaskFacts(List.of(party.name()), party.name(), null, null, creation.hash(), shown);
    }

    @Override
    public Shown shown(UUID id) {
        SupplierPage page = page(id);
        return new Shown(
                new TaskPage.Part("party/supplier-parts", "approval", page),
                new TaskPage.Part("party/supplier-parts", "paper", page));
    }

    SupplierPage page(UUID id) {
        SupplierCreation creation = creation(id);
        return new SupplierPage(party(id), creation, proposer(creation), checks.of(new PartyId(id)));
    }

    private String proposer(SupplierCreation creation) {
        return names.nameOf(Actor.parse(creation.proposedBy()));
    }

    private SupplierCreation creation(UUID id) {
        return creations.of(new PartyId(id));
    }

    private PartyView party(UUID id) {
        return parties.byId(new PartyId(id)).orElseThrow(() -> new NotFound("party", id));
    }
}
