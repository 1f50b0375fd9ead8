package io.simbaerp.invoice.owner;

import io.simbaerp.approval.history.PriorAct;
import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Query;
import io.simbaerp.identity.Memberships;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.PurchaseInvoices;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.separation.InvoiceApproval;
import io.simbaerp.invoice.separation.SeatMatter;
import io.simbaerp.invoice.separation.WorkOnInvoices;
import io.simbaerp.ledger.owner.CentreOwners;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Which owner decides about which lines of an invoice, as it is coded now. */
@Query(Duty.BELONG_TO_COMPANY)
public class OwnedLines {

    /**
     * The lines of one owner.
     *
     * @param barred whether the owner worked on the invoice, or may not decide about so much, so that somebody stands in
     *     for them
     */
    public record Part(UUID owner, boolean barred, LineSet lines) {}

    /**
     * Who decides about what.
     *
     * @param unowned cost centres without an owner who may decide
     * @param rest whether there are lines without a cost centre
     */
    public record Owned(List<Part> parts, Set<String> unowned, boolean rest) {}

    private final PurchaseInvoices invoices;
    private final CentreOwners owners;
    private final WorkOnInvoices work;
    private final InvoiceApproval approval;
    private final Memberships memberships;
    private final CurrentActor currentActor;

    OwnedLines(
            PurchaseInvoices invoices,
            CentreOwners owners,
            WorkOnInvoices work,
            InvoiceApproval approval,
            Memberships memberships,
            CurrentActor currentActor) {
        this.invoices = invoices;
        this.owners = owners;
        this.work = work;
        this.approval = approval;
        this.memberships = memberships;
        this.currentActor = currentActor;
    }

    /** @throws NotFound if there is no such invoice */
    public Owned of(PurchaseInvoiceId id) {
        InvoiceDetails details = invoices.byId(id).orElseThrow(() -> new NotFound("purchase-invoice", id));
        Map<String, UUID> ofCentres = owners.today();
        Map<UUID, Set<String>> units = new LinkedHashMap<>();
        Set<String> unowned = new TreeSet<>();
        boolean rest = false;
        for (CodedLine line : places(details)) {
            String centre = line.costCentre();
            UUID owner = centre == null ? null : ofCentres.get(centre);
            if (centre == null) {
                rest = true;
            } else if (owner == null || !mayDecide(owner)) {
                unowned.add(centre);
            } else {
                units.computeIfAbsent(owner, none -> new LinkedHashSet<>()).add(line.unit());
            }
        }
        return new Owned(parts(details, units), unowned, rest);
    }

    private List<Part> parts(InvoiceDetails details, Map<UUID, Set<String>> units) {
        Set<UUID> workers = work.on(List.of(details.documentId()), List.of()).stream()
                .map(PriorAct::person)
                .collect(Collectors.toSet());
        return units.entrySet().stream()
                .map(part -> new Part(
                        part.getKey(),
                        workers.contains(part.getKey()) || !reaches(part.getKey(), details, part.getValue()),
                        lines(details, part.getKey(), List.copyOf(part.getValue()))))
                .toList();
    }

    static List<CodedLine> places(InvoiceDetails details) {
        return details.coding().stream().flatMap(CodedLine::apart).toList();
    }

    private static LineSet lines(InvoiceDetails details, UUID owner, List<String> units) {
        String content = ContentRecipe.canonicalLines(details.ofLines(units));
        return new LineSet(owner, units, ContentRecipe.hashOf(content), content);
    }

    private boolean reaches(UUID owner, InvoiceDetails details, Set<String> units) {
        SeatMatter matter = new SeatMatter(details, details.ofLines(units), true);
        return memberships
                .acting(owner, currentActor.company())
                .filter(acting -> acting.may(Duty.APPROVE_INVOICE, approval.extent(matter)))
                .isPresent();
    }

    private boolean mayDecide(UUID owner) {
        return memberships
                .acting(owner, currentActor.company())
                .filter(acting -> acting.may(Duty.APPROVE_INVOICE) && acting.may(Duty.WORK_ON_TASK))
                .isPresent();
    }
}
