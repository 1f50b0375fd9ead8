package io.simbaerp.controlled;

import io.simbaerp.architecture.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A version as somebody writes it.
 *
 * @param body the text in Markdown; nothing if a file says it
 * @param file the file that says it; nothing if the text does, or if the file of before stays
 * @param changeNote what is different from the version before, in the author's words
 * @param readers roles whose holders confirm having read it, by code
 * @param wishedFrom from which day it is to be in force; nothing for the day of its publication
 */
public record ControlledDraft(
        String title,
        ControlledKind kind,
        @Nullable String body,
        @Nullable File file,
        @Nullable String changeNote,
        List<String> readers,
        int readWithinDays,
        int reviewMonths,
        @Nullable LocalDate wishedFrom) {

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NOTE = 2000;
    private static final int LONGEST_BODY = 200_000;
    private static final int LONGEST_READING = 365;
    private static final int LONGEST_UNTIL_REVIEW = 60;

    /** A file as it came in. */
    public record File(String name, byte[] content) {}

    /**
     * Valid in shape.
     *
     * @throws RuleViolation of controlled: title-missing, text-too-long, text-and-file, read-within-wrong,
     *     review-months-wrong
     */
    public ControlledDraft {
        title = title.strip();
        body = body == null || body.isBlank() ? null : body.strip().replace("\r\n", "\n");
        changeNote = changeNote == null || changeNote.isBlank() ? null : changeNote.strip();
        readers = readers.stream()
                .filter(reader -> reader != null && !reader.isBlank())
                .distinct()
                .sorted()
                .toList();
        if (title.isEmpty() || title.length() > LONGEST_TITLE) {
            throw RuleViolation.ofField("title", "controlled.title-missing", LONGEST_TITLE);
        }
        if (body != null && body.length() > LONGEST_BODY) {
            throw RuleViolation.ofField("body", "controlled.text-too-long", LONGEST_BODY);
        }
        if (changeNote != null && changeNote.length() > LONGEST_NOTE) {
            throw RuleViolation.ofField("changeNote", "controlled.text-too-long", LONGEST_NOTE);
        }
        if (body != null && file != null) {
            throw RuleViolation.ofField("file", "controlled.text-and-file");
        }
        if (readWithinDays < 1 || readWithinDays > LONGEST_READING) {
            throw RuleViolation.ofField("readWithinDays", "controlled.read-within-wrong", LONGEST_READING);
        }
        if (reviewMonths < 1 || reviewMonths > LONGEST_UNTIL_REVIEW) {
            throw RuleViolation.ofField("reviewMonths", "controlled.review-months-wrong", LONGEST_UNTIL_REVIEW);
        }
    }
}
