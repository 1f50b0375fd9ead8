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
    private final CodingActs acts;

    Coding(CodingProposal proposal, CodingCheck check, CodingActs acts) {
        this.proposal = proposal;
        this.check = check;
        this.acts = acts;
    }

    /**
     * Remembers that an invoice was coded.
     *
     * @param otherwise whether anything beside its lines was chosen otherwise than proposed
     */
    public void remember(UUID invoice, List<CodedLine> lines, Proposal proposed, boolean otherwise) {
        acts.add(invoice, !otherwise && CodingActs.isSame(lines, proposed.lines()));
    }

    /** A coding for every line of the invoice. */
    public Proposal proposed(ReceivedInvoice invoice, @Nullable UUID supplierId, LocalDate taxPoint) {
        return proposal.of(invoice, supplierId, taxPoint);
    }

    /**
     * The coding as it may be put down, what distribution keys make of its lines with them.
     *
     * @param postingDay the day it is to stand in the books under
     * @throws io.simbaerp.architecture.RuleViolation see {@link CodingCheck#checked}
     */
    public List<CodedLine> checked(
            List<CodableLine> invoice, List<CodedLine> coding, LocalDate taxPoint, LocalDate postingDay) {
        return check.checked(invoice, coding, taxPoint, postingDay);
    }
}
