package io.simbaerp.ledger.report;

import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.JournalEntryId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;

/** The place of a line in the order of the books by day: where the next page of a report begins. */
public record LinePlace(LocalDate day, UUID entryId, int lineNumber) {

    private static final UUID FIRST_ID = new UUID(0, 0);

    /** Before every line of this day. */
    public static LinePlace before(LocalDate day) {
        return new LinePlace(day, FIRST_ID, 0);
    }

    /** As the address of a page names it. */
    public static String name(LocalDate day, JournalEntryId entry, int lineNumber) {
        return day + "_" + entry + "_" + lineNumber;
    }

    /** @throws RuleViolation list.cursor-unknown */
    public static LinePlace parse(String text) {
        String[] parts = text.split("_", 3);
        try {
            return new LinePlace(LocalDate.parse(parts[0]), UUID.fromString(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw RuleViolation.ofField("after", "list.cursor-unknown", text);
        }
    }
}
