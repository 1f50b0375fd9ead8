package io.simbaerp.ledger.reversal;

import io.simbaerp.ledger.EntryKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of an entry are to be taken back, and how.
 *
 * @param lines their numbers
 * @param kind red or black
 * @param postingDate the reversal's own date; its own period must be open
 * @param reason why, in a sentence; it becomes the reversal's narration
 * @param rest where what the lines leave unbalanced goes, or nothing if they balance
 */
public record LinesToReverse(
        List<Integer> lines,
        EntryKind kind,
        LocalDate postingDate,
        String periodCode,
        String reason,
        @Nullable Rest rest) {

    public LinesToReverse {
        lines = List.copyOf(new TreeSet<>(lines));
    }

    /** The account that takes the rest, with what it asks for. */
    public record Rest(String account, @Nullable String costCentre, Map<String, String> dimensions) {}
}
