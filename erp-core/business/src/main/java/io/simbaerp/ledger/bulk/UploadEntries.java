package io.simbaerp.ledger.bulk;

import io.simbaerp.architecture.Actor;
import io.simbaerp.architecture.CurrentActor;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NewId;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.UseCase;
import io.simbaerp.architecture.digest.Sha256;
import io.simbaerp.company.CurrentCompany;
import io.simbaerp.ledger.entry.NamedParties;
import io.simbaerp.ledger.foreign.ForeignTables;
import io.simbaerp.page.sheet.FileReading;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes a file of entries in. They are posted afterwards, in the name of whoever brought it. */
@UseCase(Duty.POST_JOURNAL_ENTRY)
public class UploadEntries {

    private static final int SLICE = 500;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final CurrentActor currentActor;
    private final EntryFiles files;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    UploadEntries(
            JdbcClient jdbc,
            JsonMapper json,
            CurrentActor currentActor,
            EntryFiles files,
            Clock clock,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.currentActor = currentActor;
        this.files = files;
        this.clock = clock;
        this.events = events;
    }

    /** Reads files of entries, our own tables and whole books of others. */
    @Component
    record EntryFiles(ForeignTables foreign, FileReading reading, CurrentCompany company, NamedParties parties) {

        List<EntryFile.Item> read(byte[] file) {
            byte[] table = foreign.entries(file);
            return EntryFile.read(
                    reading.file(table, () -> TableRows.read(table)),
                    company.get().baseCurrency(),
                    parties::ofAll);
        }
    }

    /** A row as the statement takes it. */
    private record Kept(
            int place,
            List<Integer> rows,
            String key,
            @Nullable EntryInput input,
            @Nullable String rule,
            @Nullable String field,
            @Nullable List<Object> args) {}

    /**
     * The upload; the same file again is the same upload.
     *
     * @throws RuleViolation entry-upload.file-unreadable, entry-upload.column-missing, entry-upload.empty,
     *     entry-upload.person-missing, sheet.too-large, sheet.too-long, sheet.too-wide
     */
    public UUID upload(String fileName, byte[] file) {
        UUID person = currentActor
                .actor()
                .userId()
                .orElseThrow(() -> RuleViolation.ofField("file", "entry-upload.person-missing"));
        String sha256 = Sha256.of(file);
        Optional<UUID> before = jdbc.sql(
                        "select id from ledger.entry_upload where company_id = :company and sha256 = :hash")
                .param("company", currentActor.company().value())
                .param("hash", sha256)
                .query(UUID.class)
                .optional();
        if (before.isPresent()) {
            return before.get();
        }
        List<EntryFile.Item> items = files.read(file);
        UUID upload = NewId.at(clock);
        keep(upload, fileName, sha256, person, items);
        Actor actor = currentActor.actor();
        events.publishEvent(new EntriesUploaded(currentActor.company(), actor, clock.instant(), upload));
        return upload;
    }

    private void keep(UUID upload, String fileName, String sha256, UUID person, List<EntryFile.Item> items) {
        long refused = items.stream().filter(item -> item.refusal() != null).count();
        jdbc.sql("insert into ledger.entry_upload (company_id, id, file_name, sha256, uploaded_by, uploaded_at,"
                        + " entries, refused, state, finished_at) values (:company, :id, :name, :hash, :person,"
                        + " :at::timestamptz, :entries, :refused, case when :entries = :refused then 'DONE' else"
                        + " 'WAITING' end, case when :entries = :refused then :at::timestamptz end)")
                .param("company", currentActor.company().value())
                .param("id", upload)
                .param("name", fileName)
                .param("hash", sha256)
                .param("person", person)
                .param("at", clock.instant().toString())
                .param("entries", items.size())
                .param("refused", (int) refused)
                .update();
        List<Kept> slice = new ArrayList<>();
        for (int place = 0; place < items.size(); place++) {
            slice.add(kept(place, items.get(place), sha256));
            if (slice.size() == SLICE || place == items.size() - 1) {
                insert(upload, slice);
                slice.clear();
            }
        }
    }

    private static Kept kept(int place, EntryFile.Item item, String sha256) {
        String key = item.key().isEmpty() ? "file " + sha256 + " " + place : "file " + item.key();
        RuleViolation refusal = item.refusal();
        return refusal == null
                ? new Kept(place, item.rows(), key, item.input(), null, null, null)
                : new Kept(place, item.rows(), key, null, refusal.rule(), refusal.field(), refusal.args());
    }

    private void insert(UUID upload, List<Kept> rows) {
        jdbc.sql("""
                        insert into ledger.entry_upload_row (company_id, upload_id, place, rows, key, input, outcome, rule,
                                                             field, args)
                        select :company, :upload, r.place, r.rows, r.key, r.input,
                               case when r.rule is not null then 'REFUSED' end, r.rule, r.field, r.args
                          from jsonb_to_recordset(:rows::jsonb) as r (place integer, rows integer[], key text, input jsonb,
                                                                      rule text, field text, args jsonb)""")
                .param("company", currentActor.company().value())
                .param("upload", upload)
                .param("rows", json.writeValueAsString(rows))
                .update();
    }
}
