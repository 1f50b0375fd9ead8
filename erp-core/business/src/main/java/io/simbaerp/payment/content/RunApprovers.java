package io.simbaerp.payment.content;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.invoice.payable.PayableInvoices;
import io.simbaerp.payment.PaymentRunView;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who may not approve a run since it is their own work: who proposed or sent it, and who coded an invoice in it. */
@Component
public class RunApprovers {

    /** A run is approved once. */
    public static final List<Duty> LEVELS = List.of(Duty.APPROVE_PAYMENT);

    private final PayableInvoices invoices;

    RunApprovers(PayableInvoices invoices) {
        this.invoices = invoices;
    }

    /** Who is barred from approving the whole run. */
    public Set<UUID> barred(PaymentRunView run) {
        return barred(run, run.documents());
    }

    /** Who is barred from letting this item of the run through. */
    public Set<UUID> barred(PaymentRunView run, PaymentRunView.Item item) {
        return barred(run, item.documentId() == null ? List.of() : List.of(item.documentId()));
    }

    private Set<UUID> barred(PaymentRunView run, Collection<UUID> documents) {
        Set<UUID> barred = new HashSet<>();
        Stream.of(run.proposal().proposedBy(), run.proposal().sentBy())
                .flatMap(RunApprovers::person)
                .forEach(barred::add);
        invoices.ofDocuments(documents).values().forEach(invoice -> barred.addAll(invoice.coders()));
        return barred;
    }

    private static Stream<UUID> person(@Nullable String actor) {
        return actor == null ? Stream.empty() : Actor.parse(actor).userId().stream();
    }
}
