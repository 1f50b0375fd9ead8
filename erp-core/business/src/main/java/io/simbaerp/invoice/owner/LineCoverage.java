package io.simbaerp.invoice.owner;

import io.simbaerp.approval.lines.LineDecisions;
import io.simbaerp.approval.lines.LineSet;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.coding.CodedLine;
import io.simbaerp.invoice.content.ContentRecipe;
import io.simbaerp.invoice.content.InvoiceDetails;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether every line of an invoice was decided about, where owners of cost centres were asked about theirs. */
@Component
public class LineCoverage {

    private final LineDecisions decisions;

    LineCoverage(LineDecisions decisions) {
        this.decisions = decisions;
    }

    /** By its owner or whoever stood in, about exactly this line; or by somebody who approved the whole. */
    public boolean isWhole(InvoiceDetails details) {
        Subject subject = new Subject("purchase-invoice", details.id());
        Map<String, LineSet> asked = decisions.asked(subject);
        if (asked.isEmpty()) {
            return true;
        }
        Set<String> approving = decisions.approving(subject);
        if (!asked.keySet().containsAll(approving)) {
            return true;
        }
        Set<String> covered = new HashSet<>();
        asked.forEach((seat, lines) -> {
            if (approving.contains(seat)
                    && ContentRecipe.hashOf(ContentRecipe.canonicalLines(details.ofLines(lines.units())))
                            .equals(lines.hash())) {
                covered.addAll(lines.units());
            }
        });
        return OwnedLines.places(details).stream().map(CodedLine::unit).allMatch(covered::contains);
    }
}
