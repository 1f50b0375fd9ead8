package io.simbaerp.ledger.reversal;

import io.simbaerp.architecture.NotFound;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.JournalEntries;
import io.simbaerp.ledger.JournalEntryDetails;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.Side;
import io.simbaerp.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the entry that takes lines of another one back. */
@Component
class LineMirror {

    /** The entry that takes lines back: its first lines mirror the lines named, in their order; a rest comes last. */
    record Mirrored(JournalEntryDetails original, List<Integer> lines, JournalEntryDraft draft) {}

    private final JournalEntries entries;
    private final LineReversals reversals;

    LineMirror(JournalEntries entries, LineReversals reversals) {
        this.entries = entries;
        this.reversals = reversals;
    }

    /**
     * The entry that would be posted.
     *
     * @throws NotFound if there is no such entry
     * @throws RuleViolation of journal-entry: reason-missing, reversal-kind, is-reversal, already-reversed,
     *     of-confidential-document, lines-missing, line-unknown, line-already-reversed, black-reversal-of-negative,
     *     lines-unbalanced, rest-is-nothing
     */
    Mirrored of(JournalEntryId id, LinesToReverse wanted) {
        JournalEntryDetails original = entries.byId(id).orElseThrow(() -> new NotFound("journal-entry", id.value()));
        check(original, wanted);
        List<LineDraft> lines = new ArrayList<>();
        for (int number : wanted.lines()) {
            JournalEntryDetails.Line line = original.lines().stream()
                    .filter(known -> known.lineNumber() == number)
                    .findFirst()
                    .orElseThrow(() ->
                            RuleViolation.ofField("lines", "journal-entry.line-unknown", number, original.number()));
            if (wanted.kind() == EntryKind.BLACK_REVERSAL && line.amount().isNegative()) {
                throw RuleViolation.ofField("kind", "journal-entry.black-reversal-of-negative", original.number());
            }
            lines.add(line.mirrored(wanted.kind()));
        }
        addRest(lines, wanted);
        return new Mirrored(original, wanted.lines(), draft(original, wanted, lines));
    }

    private void check(JournalEntryDetails original, LinesToReverse wanted) {
        if (wanted.reason().isBlank()) {
            throw RuleViolation.ofField("reason", "journal-entry.reason-missing");
        }
        if (wanted.kind() != EntryKind.RED_REVERSAL && wanted.kind() != EntryKind.BLACK_REVERSAL) {
            throw RuleViolation.ofField("kind", "journal-entry.reversal-kind", wanted.kind());
        }
        if (original.reversalOf() != null
                || !reversals.takenBackBy(original.id()).isEmpty()) {
            throw new RuleViolation("journal-entry.is-reversal", original.number());
        }
        if (original.reversedBy() != null) {
            throw new RuleViolation("journal-entry.already-reversed");
        }
        if (entries.speaksOfUnseen(original.id())) {
            throw new RuleViolation("journal-entry.of-confidential-document", original.number());
        }
        if (wanted.lines().isEmpty()) {
            throw RuleViolation.ofField("lines", "journal-entry.lines-missing");
        }
        checkNotTakenBack(original, wanted);
    }

    /** Lines of one earlier reversal may be asked for again: posting then tells whether it is the very same wish. */
    private void checkNotTakenBack(JournalEntryDetails original, LinesToReverse wanted) {
        List<LineReversals.LineReversal> earlier = reversals.of(original.id()).stream()
                .filter(taken -> wanted.lines().contains(taken.line()))
                .toList();
        boolean once = earlier.size() == wanted.lines().size()
                && earlier.stream()
                                .map(taken -> taken.reversal().id())
                                .distinct()
                                .count()
                        == 1;
        if (!earlier.isEmpty() && !once) {
            throw RuleViolation.ofField(
                    "lines",
                    "journal-entry.line-already-reversed",
                    earlier.get(0).line(),
                    earlier.get(0).reversal().number());
        }
    }

    private static void addRest(List<LineDraft> lines, LinesToReverse wanted) {
        Money difference = lines.stream()
                .map(line -> line.side() == Side.DEBIT
                        ? line.amount()
                        : line.amount().negated())
                .reduce(Money::plus)
                .orElseThrow();
        LinesToReverse.@Nullable Rest rest = wanted.rest();
        if (difference.isZero()) {
            if (rest != null) {
                throw RuleViolation.ofField("rest", "journal-entry.rest-is-nothing", rest.account());
            }
            return;
        }
        if (rest == null) {
            throw RuleViolation.ofField("rest", "journal-entry.lines-unbalanced", difference);
        }
        lines.add(LineDraft.of(
                        rest.account(),
                        difference.isNegative() ? Side.DEBIT : Side.CREDIT,
                        difference.isNegative() ? difference.negated() : difference)
                .dividedAs(rest.costCentre(), rest.dimensions()));
    }

    private static JournalEntryDraft draft(JournalEntryDetails original, LinesToReverse wanted, List<LineDraft> lines) {
        return new JournalEntryDraft(
                original.journal(),
                wanted.postingDate(),
                wanted.postingDate(),
                wanted.postingDate(),
                wanted.periodCode(),
                wanted.kind(),
                wanted.reason(),
                original.documentId(),
                original.documentNumber(),
                null,
                "reversal of lines "
                        + wanted.lines().stream().map(String::valueOf).collect(Collectors.joining(",")) + " of "
                        + original.id(),
                lines);
    }
}
