package io.simbaerp.invoice.protocol;

import io.simbaerp.approval.ApprovalDecisionView;
import io.simbaerp.approval.Approvals;
import io.simbaerp.approval.added.AddedApproval;
import io.simbaerp.approval.added.AddedApprovals;
import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.Subject;
import io.simbaerp.audit.ActorNames;
import io.simbaerp.company.CompanyView;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.protocol.ProtocolPaper.Decision;
import io.simbaerp.invoice.protocol.ProtocolPaper.Fact;
import io.simbaerp.invoice.protocol.ProtocolPaper.Row;
import io.simbaerp.invoice.received.VatBreakdown;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.money.Money;
import io.simbaerp.page.Formats;
import io.simbaerp.signature.SealPdf.Sealer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what the protocol of an invoice shows. */
@Component
class ProtocolFacts {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");

    private final Documents documents;
    private final JournalEntries entries;
    private final Decided decided;
    private final ActorNames names;
    private final CurrentCompany currentCompany;
    private final Formats formats;

    ProtocolFacts(
            Documents documents,
            JournalEntries entries,
            Decided decided,
            ActorNames names,
            CurrentCompany currentCompany,
            Formats formats) {
        this.documents = documents;
        this.entries = entries;
        this.decided = decided;
        this.names = names;
        this.currentCompany = currentCompany;
        this.formats = formats;
    }

    /** What was decided on the levels, and besides them. */
    @Component
    record Decided(Approvals approvals, AddedApprovals added) {}

    /**
     * @param sealer whose seal will stand on it
     * @param made the moment the paper is made
     */
    ProtocolPaper of(InvoiceDetails invoice, Sealer sealer, Instant made) {
        CompanyView company = currentCompany.get();
        DocumentId id = new DocumentId(invoice.documentId());
        DocumentView document = documents.byId(id).orElseThrow(() -> new NotFound("document", id));
        ZoneId zone = company.timeZone();
        return new ProtocolPaper(
                company.name(),
                company.taxId(),
                Objects.requireNonNullElse(document.number(), document.id().toString()),
                invoice.supplierName() + ", " + invoice.number(),
                facts(invoice),
                invoice.invoice().vatBreakdown().stream().map(this::vat).toList(),
                invoice.coding().stream().flatMap(this::coded).toList(),
                decisions(new Subject("purchase-invoice", invoice.id()), zone),
                proofs(invoice, document, sealer, zone),
                sealer.demo(),
                moment(made, zone));
    }

    private List<Fact> facts(InvoiceDetails invoice) {
        List<Fact> facts = new ArrayList<>();
        add(facts, "supplier", invoice.supplierName());
        add(facts, "tax-id", invoice.supplier().taxId());
        add(facts, "payee", invoice.payee());
        add(facts, "number", invoice.number());
        add(facts, "ksef-number", invoice.ksefNumber());
        add(facts, "issued", day(invoice.dates().issue()));
        add(facts, "received", day(invoice.dates().received()));
        add(facts, "net", formats.money(invoice.signed(invoice.net())));
        add(facts, "gross", formats.money(invoice.signed(invoice.gross())));
        add(facts, "due-amount", formats.money(invoice.signed(invoice.due())));
        add(facts, "account", invoice.account());
        add(facts, "posted", day(invoice.postingDate()));
        add(facts, "period", invoice.fiscalPeriod());
        add(facts, "vat-period", invoice.vatPeriod());
        return facts;
    }

    private List<Fact> proofs(InvoiceDetails invoice, DocumentView document, Sealer sealer, ZoneId zone) {
        List<Fact> proofs = new ArrayList<>();
        add(proofs, "file", document.fileName());
        add(proofs, "original", document.sha256());
        add(proofs, "kept", moment(document.receivedAt(), zone));
        add(proofs, "content", invoice.contentHash());
        add(proofs, "recipe", String.valueOf(ContentRecipe.VERSION));
        add(
                proofs,
                "coders",
                invoice.coders().stream().map(this::person).sorted().collect(Collectors.joining(", ")));
        for (JournalEntryDetails entry : entries.ofDocument(invoice.documentId())) {
            add(proofs, "entry", entry.number());
        }
        add(proofs, "seal", sealer.name());
        return proofs;
    }

    private static void add(List<Fact> facts, String key, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact("protocol." + key, value));
        }
    }

    private Row vat(VatBreakdown vat) {
        return new Row(
                Objects.requireNonNullElse(vat.category(), ""),
                vat.rate() == null ? "" : formats.number(vat.rate()) + "\u00a0%",
                money(vat.taxable()),
                money(vat.tax()));
    }

    private Stream<Row> coded(CodedLine line) {
        return line.places().stream()
                .map(place -> new Row(
                        line.account(),
                        Stream.concat(
                                        Stream.ofNullable(place.costCentre()),
                                        place.dimensions().entrySet().stream()
                                                .map(named -> named.getKey() + " " + named.getValue()))
                                .collect(Collectors.joining(", ")),
                        line.taxCode(),
                        formats.money(place.net())));
    }

    /** First what the levels decided, then whoever was asked besides; who was asked and did not decide isn't here. */
    private List<Decision> decisions(Subject subject, ZoneId zone) {
        return Stream.concat(
                        decided.approvals().of(subject).stream().map(decision -> decision(decision, zone)),
                        decided.added().of(subject).stream().flatMap(addition -> besides(addition, zone)))
                .toList();
    }

    private Stream<Decision> besides(AddedApproval addition, ZoneId zone) {
        UUID by = addition.decidedBy();
        UUID forWhom = addition.onBehalfOf();
        Instant at = addition.decidedAt();
        if (by == null || at == null) {
            return Stream.empty();
        }
        return Stream.of(new Decision(
                person(by),
                forWhom == null ? null : person(forWhom),
                "protocol.besides",
                "protocol.decision." + addition.decision(),
                moment(at, zone),
                addition.comment(),
                addition.contentHash(),
                addition.live(),
                List.of()));
    }

    private Decision decision(ApprovalDecisionView decision, ZoneId zone) {
        UUID forWhom = decision.onBehalfOf();
        return new Decision(
                names.nameOf(decision.by()),
                forWhom == null ? null : person(forWhom),
                "duty." + decision.level().name(),
                "protocol.decision." + decision.decision().name(),
                moment(decision.decidedAt(), zone),
                decision.comment(),
                decision.contentHash(),
                decision.live(),
                decision.lines().stream().map(ProtocolPaper.Line::of).toList());
    }

    private String person(UUID user) {
        return names.nameOf(Actor.person(user));
    }

    private String money(@Nullable Money money) {
        return money == null ? "" : formats.money(money);
    }

    private static String day(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    private static String moment(Instant instant, ZoneId zone) {
        return MOMENT.format(instant.atZone(zone));
    }
}
