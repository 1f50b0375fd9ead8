package io.simbaerp.invoice.coding;

import java.util.List;
import java.util.Optional;

/**
 * A coding nobody has accepted yet.
 *
 * @param reasons the precedents of those lines that have one; the others follow the company's defaults
 */
public record Proposal(List<CodedLine> lines, List<Reason> reasons) {

    /** Why a line is proposed so. */
    public record Reason(String line, Precedent precedent) {}

    public Proposal {
        lines = List.copyOf(lines);
        reasons = List.copyOf(reasons);
    }

    /** The precedent of a line. */
    public Optional<Precedent> precedent(String line) {
        return reasons.stream()
                .filter(reason -> reason.line().equals(line))
                .map(Reason::precedent)
                .findFirst();
    }
}
