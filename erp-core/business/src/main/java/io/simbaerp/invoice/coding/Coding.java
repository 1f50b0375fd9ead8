package io.simbaerp.invoice.coding;

import io.simbaerp.invoice.received.ReceivedInvoice;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proposes and judges codings. */
@Component
public class Coding {

    private final CodingProposal proposal;
    private final CodingCheck check;

    Coding(CodingProposal proposal, CodingCheck check) {
        this.proposal = proposal;
        this.check = check;
    }

    /** A coding for every line of the invoice. */
    public Proposal proposed(ReceivedInvoice invoice, @Nullable UUID supplierId, LocalDate taxPoint) {
        return proposal.of(invoice, supplierId, taxPoint);
    }

    /** @throws io.simbaerp.architecture.RuleViolation see {@link CodingCheck#check} */
    public void check(List<CodableLine> invoice, List<CodedLine> coding, LocalDate taxPoint) {
        check.check(invoice, coding, taxPoint);
    }
}
