package io.simbaerp.ledger.bulk.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.Permission;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.BusinessDay;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.PostJournalEntry.Outcome;
import io.simbaerp.ledger.bulk.EntryChunks;
import io.simbaerp.ledger.bulk.EntryInput;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.entry.NamedPeriods;
import io.simbaerp.page.RuleTexts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Entries as a stream, a JSON object a line (NDJSON), each with a key of its own. They are posted a thousand at a time, and
 * what came of each is answered as it comes, a line for a line and one more with the counts. Whoever loses the connection
 * sends all of it again: what stands in the books already is not posted twice.
 */
@RestController
@RequestMapping("/api/v1/journal-entries/batch")
class EntryBatchResource {

    private static final String NDJSON = "application/x-ndjson";
    private static final int LONGEST_KEY = 200;

    private final EntryChunks chunks;
    private final NamedPeriods periods;
    private final BusinessDay businessDay;
    private final RuleTexts texts;
    private final JsonMapper json;
    private final Distributions distributions;
    private final Clock clock;

    EntryBatchResource(Tools tools, EntryChunks chunks, NamedPeriods periods, BusinessDay businessDay, Clock clock) {
        this.chunks = chunks;
        this.periods = periods;
        this.businessDay = businessDay;
        this.texts = tools.texts();
        this.json = tools.json();
        this.distributions = tools.distributions();
        this.clock = clock;
    }

    /** What reads, allows and words. */
    @Component
    record Tools(JsonMapper json, RuleTexts texts, Distributions distributions) {}

    /** What came of one line. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answer(
            long row,
            @Nullable String key,
            @Nullable UUID id,
            @Nullable Boolean repeated,
            @Nullable String rule,
            @Nullable String field,
            @Nullable String detail) {}

    /** What came of all of them. */
    record Counts(long rows, long posted, long repeated, long refused) {}

    private record Row(
            long number,
            @Nullable String key,
            @Nullable EntryInput input,
            @Nullable JournalEntryDraft draft,
            @Nullable Outcome refused) {}

    @Permission.Required(Duty.POST_JOURNAL_ENTRY)
    @PostMapping(consumes = NDJSON)
    void post(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType(NDJSON);
        BoundedLines lines = new BoundedLines(request.getInputStream());
        OutputStream answers = response.getOutputStream();
        EntryInput.Defaults defaults = EntryInput.Defaults.remembering(businessDay.today(), periods, distributions);
        UUID batch = NewId.at(clock);
        Counts counts = new Counts(0, 0, 0, 0);
        List<Row> chunk = new ArrayList<>();
        long number = 0;
        for (String line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (!line.isBlank()) {
                chunk.add(row(number, line, defaults));
            }
            if (chunk.size() == EntryChunks.SIZE) {
                counts = answer(batch, chunk, counts, answers, defaults);
                chunk.clear();
            }
        }
        counts = answer(batch, chunk, counts, answers, defaults);
        write(answers, counts);
        answers.flush();
    }

    private Row row(long number, String line, EntryInput.Defaults defaults) {
        String key = null;
        try {
            EntryInput entry = json.readValue(line, EntryInput.class);
            if (entry == null) {
                throw RuleViolation.ofField("key", "journal-entry.row-unreadable", number);
            }
            key = entry.key() == null ? "" : entry.key().strip();
            if (key.isEmpty() || key.length() > LONGEST_KEY) {
                throw RuleViolation.ofField("key", "journal-entry.row-key-missing");
            }
            return new Row(number, key, entry, entry.draft("rest " + key, defaults), null);
        } catch (JacksonException unreadable) {
            return new Row(
                    number,
                    key,
                    null,
                    null,
                    Outcome.of(RuleViolation.ofField(field(unreadable), "journal-entry.row-unreadable", number)));
        } catch (RuleViolation refused) {
            return new Row(number, key, null, null, Outcome.of(refused));
        }
    }

    /** The field that could not be read, such as {@code lines[1].debit}. */
    private static String field(JacksonException unreadable) {
        StringBuilder field = new StringBuilder();
        for (JacksonException.Reference part : unreadable.getPath()) {
            if (part.getPropertyName() == null) {
                field.append('[').append(part.getIndex()).append(']');
            } else {
                field.append(field.isEmpty() ? "" : ".").append(part.getPropertyName());
            }
        }
        return field.isEmpty() ? "row" : field.toString();
    }

    private Counts answer(
            UUID batch, List<Row> chunk, Counts counts, OutputStream answers, EntryInput.Defaults defaults)
            throws IOException {
        List<JournalEntryDraft> drafts = new ArrayList<>();
        for (Row row : chunk) {
            if (row.draft() != null) {
                drafts.add(row.draft());
            }
        }
        Iterator<Outcome> posted = chunks.post(batch, drafts).iterator();
        long repeated = 0;
        long refused = 0;
        for (Row row : chunk) {
            Outcome outcome = row.refused() == null ? posted.next() : row.refused();
            repeated += outcome.repeated() ? 1 : 0;
            refused += outcome.refusal() == null ? 0 : 1;
            write(answers, answer(row, outcome, defaults));
        }
        answers.flush();
        return new Counts(
                counts.rows() + chunk.size(),
                counts.posted() + chunk.size() - repeated - refused,
                counts.repeated() + repeated,
                counts.refused() + refused);
    }

    private Answer answer(Row row, Outcome outcome, EntryInput.Defaults defaults) {
        RuleViolation found = outcome.refusal();
        RuleViolation refusal =
                found == null || row.input() == null ? found : row.input().asSent(found, defaults);
        return refusal == null
                ? new Answer(
                        row.number(),
                        row.key(),
                        outcome.entryId() == null ? null : outcome.entryId().value(),
                        outcome.repeated(),
                        null,
                        null,
                        null)
                : new Answer(
                        row.number(),
                        row.key(),
                        null,
                        null,
                        refusal.rule(),
                        refusal.field(),
                        texts.rule(refusal.rule(), refusal.args()));
    }

    private void write(OutputStream answers, Object answer) throws IOException {
        answers.write(json.writeValueAsBytes(answer));
        answers.write('\n');
    }
}
