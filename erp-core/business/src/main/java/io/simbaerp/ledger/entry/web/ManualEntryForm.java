package io.simbaerp.ledger.entry.web;

import io.simbaerp.ledger.dimension.EnteredDimensions;
import io.simbaerp.ledger.entry.EntryDocuments;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * An entry as somebody typed it, line by line.
 *
 * @param key made with the empty form, so that sending it twice posts once
 * @param documentId the document it is made from, if it stands beside the form
 * @param proposalId the proposal that came back and in whose place it is put
 */
record ManualEntryForm(
        String key,
        String journal,
        String kind,
        String operationDate,
        String documentDate,
        String postingDate,
        String period,
        String documentNumber,
        String narration,
        String documentId,
        String proposalId,
        List<Line> lines) {

    private static final int EMPTY_LINES = 2;
    private static final int FEWEST = 4;
    private static final int MOST = 200;

    /**
     * A line; empty ones are left out.
     *
     * @param partyId the party chosen from a list; counts only while its name stands beside it
     * @param made whether the line was computed from the others, and is computed anew with them
     */
    record Line(
            String account,
            String debit,
            String credit,
            String party,
            String partyId,
            String dueDate,
            String costCentre,
            String vatCode,
            String text,
            boolean made,
            Map<String, String> dimensions) {

        static final Line EMPTY = new Line("", "", "", "", "", "", "", "", "", false, Map.of());

        boolean filled() {
            return !(account + debit + credit + party + text).isBlank();
        }

        /** The number, also where the name was chosen with it. */
        public String accountCode() {
            int space = account.indexOf("  ");
            return (space < 0 ? account : account.substring(0, space)).strip();
        }
    }

    static ManualEntryForm empty(String key, String journal, LocalDate today) {
        String day = today.toString();
        return new ManualEntryForm(key, journal, "ORDINARY", day, day, day, "", "", "", "", "", List.of()).roomy();
    }

    static ManualEntryForm of(MultiValueMap<String, String> sent) {
        return new ManualEntryForm(
                at(sent, "key", 0),
                at(sent, "journal", 0),
                at(sent, "kind", 0),
                at(sent, "operationDate", 0),
                at(sent, "documentDate", 0),
                at(sent, "postingDate", 0),
                at(sent, "period", 0),
                at(sent, "documentNumber", 0),
                at(sent, "narration", 0),
                at(sent, "documentId", 0),
                at(sent, "proposalId", 0),
                lines(sent));
    }

    private static List<Line> lines(MultiValueMap<String, String> sent) {
        List<Line> lines = new ArrayList<>();
        int count = Math.min(MOST, sent.getOrDefault("account", List.of()).size());
        for (int i = 0; i < count; i++) {
            lines.add(new Line(
                    at(sent, "account", i),
                    at(sent, "debit", i),
                    at(sent, "credit", i),
                    at(sent, "party", i),
                    at(sent, "partyId", i),
                    at(sent, "dueDate", i),
                    at(sent, "costCentre", i),
                    at(sent, "vatCode", i),
                    at(sent, "text", i),
                    at(sent, "made", i).equals("true"),
                    EnteredDimensions.of(sent, i)));
        }
        return lines;
    }

    /** A draft, which is posted by its own key. */
    static ManualEntryForm of(UUID draft, Map<String, List<String>> fields) {
        MultiValueMap<String, String> sent = new LinkedMultiValueMap<>(fields);
        sent.set("key", draft.toString());
        return of(sent);
    }

    /** With empty lines below to go on typing. */
    ManualEntryForm roomy() {
        List<Line> more = new ArrayList<>(filledLines());
        int wanted = Math.max(FEWEST, more.size() + EMPTY_LINES);
        while (more.size() < wanted) {
            more.add(Line.EMPTY);
        }
        return withLines(more);
    }

    /** With another journal and text. */
    ManualEntryForm headed(String otherJournal, String otherNarration) {
        return new ManualEntryForm(
                key,
                otherJournal,
                kind,
                operationDate,
                documentDate,
                postingDate,
                period,
                documentNumber,
                otherNarration,
                documentId,
                proposalId,
                lines);
    }

    /** Made from this document. */
    ManualEntryForm from(EntryDocuments.Source document) {
        return new ManualEntryForm(
                key,
                journal,
                kind,
                operationDate,
                documentDate,
                postingDate,
                period,
                documentNumber,
                narration,
                document.id().toString(),
                proposalId,
                lines);
    }

    /** The document it is made from. */
    @Nullable
    UUID source() {
        return id(documentId);
    }

    /** The proposal it corrects. */
    @Nullable
    UUID proposal() {
        return id(proposalId);
    }

    private static @Nullable UUID id(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? UUID.fromString(text) : null;
    }

    ManualEntryForm withLines(List<Line> others) {
        return new ManualEntryForm(
                key,
                journal,
                kind,
                operationDate,
                documentDate,
                postingDate,
                period,
                documentNumber,
                narration,
                documentId,
                proposalId,
                others);
    }

    List<Line> filledLines() {
        return lines.stream().filter(Line::filled).toList();
    }

    /** Nothing for what is no day. */
    static @Nullable LocalDate day(String text) {
        try {
            return text.isBlank() ? null : LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static String at(MultiValueMap<String, String> sent, String name, int index) {
        List<String> values = sent.getOrDefault(name, List.of());
        return index < values.size() && values.get(index) != null
                ? values.get(index).strip()
                : "";
    }
}
