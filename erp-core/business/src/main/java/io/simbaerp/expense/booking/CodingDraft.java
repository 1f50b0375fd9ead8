package io.simbaerp.expense.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an accountant puts the lines of a claim.
 *
 * @param postingDate nothing for today
 * @param lines each line once; one that is left out is put where its category proposes
 */
public record CodingDraft(@Nullable LocalDate postingDate, List<Line> lines) {

    public CodingDraft {
        lines = List.copyOf(lines);
    }

    /** One line. */
    public record Line(
            UUID lineId, String account, @Nullable String costCentre, String taxCode) {}
}
