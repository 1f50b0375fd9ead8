package io.simbaerp.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.simbaerp.audit.integrity.CompanyProof;
import io.simbaerp.audit.integrity.IntegrityLeaves;
import io.simbaerp.audit.integrity.IntegrityProof;
import io.simbaerp.audit.integrity.LeafKind;
import io.simbaerp.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with the owner's password takes triggers and constraints away and changes one field: whichever it is, the
 * recount finds it. Nothing of it is committed.
 */
@StoryTest
class IntegrityStory {

    /** What needs an occasion of its own: read and hashed as the others are, and flipped where another story made one. */
    private static final Set<String> OCCASIONAL = Set.of(
            "controlled-periodic-review",
            "document-part",
            "invoice-posting-policy",
            "invoice-touchless-switch",
            "receipt-date-change",
            "tax-deduction-proportion",
            "told-apart",
            "touchless-coding",
            "white-list-proof");

    @Autowired
    Simba simba;

    @Autowired
    List<IntegrityLeaves> modules;

    @Autowired
    TestDatabase database;

    @Autowired
    Clock clock;

    private UUID company;

    @Test
    void everyFieldOfEveryKindThatIsFlippedIsFound() throws Exception {
        makeRecords("1");
        new LedgerRecords(simba).make();
        new ChangedRules(simba).make();
        RuledRecords ruled = new RuledRecords(simba);
        ruled.make();
        new ControlledRecords(simba).make();
        new ExpenseRecords(simba).make();
        JsonNode sealed = simba.as("auditor")
                .post("/api/v1/audit-trail/integrity", Map.of())
                .expect(200)
                .body();
        assertThat(sealed.path("findings")).isEmpty();

        Set<String> empty = new TreeSet<>();
        int fields = 0;
        int kinds = 0;
        try (Connection owner = database.connect(TestDatabase.OWNER)) {
            owner.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(owner, true));
            company = jdbc.sql("select company_id from company.directory order by short_name limit 1")
                    .query(UUID.class)
                    .single();
            jdbc.sql("select set_config('simba.company', ?, false)")
                    .param(company.toString())
                    .query(String.class)
                    .single();
            for (IntegrityLeaves module : modules) {
                for (LeafKind kind : module.kinds()) {
                    int flipped = flipAll(owner, jdbc, kind);
                    fields += flipped;
                    kinds++;
                    if (flipped == 0) {
                        empty.add(kind.name());
                    }
                }
            }
            owner.rollback();
        }
        ruled.forget();
        System.out.println("Integrity log: " + fields + " fields of " + (kinds - empty.size())
                + " kinds flipped, all found" + (empty.isEmpty() ? "" : "; no record of " + empty));
        assertThat(OCCASIONAL).containsAll(empty);
    }

    @Test
    void anExportedProofIsCheckedWithoutUsAndATamperedOneIsRefused() throws Exception {
        makeRecords("2");
        JsonNode sealed = simba.as("auditor")
                .post("/api/v1/audit-trail/integrity", Map.of())
                .expect(200)
                .body();
        String newest = sealed.path("blocks")
                .get(sealed.path("blocks").size() - 1)
                .path("hash")
                .asString();
        simba.as("accountant").get("/api/v1/audit-trail/integrity/proof").expect(403);
        byte[] proof = simba.as("auditor").download("/api/v1/audit-trail/integrity/proof");
        Map<String, byte[]> files = unpacked(proof);
        Path folder = Files.createTempDirectory("proof");
        Files.write(folder.resolve("VerifyProof.java"), files.get("VerifyProof.java"));

        String whole = checked(folder, proof, newest);
        assertThat(whole).contains("Newest block: " + newest, "Everything fits.");
        System.out.println("Exported proof: " + whole.lines().findFirst().orElseThrow());
        String another = (newest.startsWith("0") ? "1" : "0") + newest.substring(1);
        assertThat(checked(folder, proof, another)).contains("NOT WHOLE");
        for (String file : List.of("leaves/journal-entry-2.tsv", "leaves/approval-decision-1.tsv", "blocks.tsv")) {
            Map<String, byte[]> tampered = new TreeMap<>(files);
            byte[] content = files.get(file).clone();
            int at = content.length - 20;
            content[at] = (byte) (content[at] == '1' ? '2' : '1');
            tampered.put(file, content);
            assertThat(checked(folder, packed(tampered), newest)).as(file).contains("DOES NOT FIT", "NOT WHOLE");
        }
    }

    private static String checked(Path folder, byte[] proof, String newest) throws Exception {
        Files.write(folder.resolve("proof.zip"), proof);
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "VerifyProof.java",
                        "proof.zip",
                        newest)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isEqualTo(said.contains("NOT WHOLE") ? 1 : 0);
        return said;
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** An invoice that was posted, paid and taken back. */
    private void makeRecords(String number) {
        Treasury treasury = new Treasury(simba);
        String document = treasury.posted(InvoiceXml.numbered("INTEGRITY/" + number + "/2026")
                .from("Rzetelny", "9990044011")
                .line("Usługa", "331.1" + number, "23"));
        treasury.confirmAccounts("Rzetelny");
        treasury.cancel(treasury.approved(treasury.propose("PLN")));
        simba.as("accountant")
                .post("/api/v1/documents/" + document + "/invoice/reversal", Map.of("reason", "Złe konto"))
                .expect(201);
        simba.runDueJobs();
    }

    /** Answers how many fields were flipped; none where there is no record. */
    private int flipAll(Connection owner, JdbcClient jdbc, LeafKind kind) throws SQLException {
        UUID record = jdbc.sql("select r.id from ("
                        + kind.recipes().get(kind.recipes().size() - 1) + ") r order by r.record ->> 'items' limit 1")
                .param("company", company)
                .query(UUID.class)
                .optional()
                .orElse(null);
        if (record == null) {
            return 0;
        }
        List<Flip> flips = new ArrayList<>();
        String query = kind.recipes().get(kind.recipes().size() - 1);
        String table = query.replaceAll("(?s).*\\bfrom (\\w+\\.\\w+) x\\b.*", "$1");
        String id = query.replaceAll("(?s)^\\s*select (x\\.id|.*? as id)\\b.*", "$1")
                .replace(" as id", "");
        flips.addAll(flips(jdbc, table, covered(jdbc, query), id + " = '" + record + "'"));
        if (kind.name().equals("journal-entry")) {
            flips.addAll(
                    flips(jdbc, "ledger.journal_line", null, "x.entry_id = '" + record + "' and x.line_number = 1"));
            flips.add(new Flip(
                    "ledger.journal_line",
                    "delete from ledger.journal_line where entry_id = '" + record + "' and line_number = 1"));
        }
        if (kind.name().equals("journal-entry")) {
            List<Flip> ofItem = flips(jdbc, "ledger.open_item", null, "x.entry_id = '" + record + "'");
            assertThat(ofItem)
                    .extracting(Flip::sql)
                    .anyMatch(sql -> sql.contains("set remaining"))
                    .anyMatch(sql -> sql.contains("set due_date"))
                    .anyMatch(sql -> sql.contains("set party_id"));
            flips.addAll(ofItem);
            flips.add(new Flip("ledger.open_item", "delete from ledger.open_item where entry_id = '" + record + "'"));
        }
        if (kind.name().equals("trail-line")) {
            flips.addAll(flips(jdbc, "audit.event_subject", null, "x.event_id = '" + record + "'"));
            flips.add(new Flip(
                    "audit.event_subject", "delete from audit.event_subject where event_id = '" + record + "'"));
        }
        for (Flip flip : flips) {
            var before = owner.setSavepoint();
            defenceless(jdbc, flip.table());
            assertThat(jdbc.sql(flip.sql()).update()).as(flip.sql()).isPositive();
            IntegrityProof proof = CompanyProof.of(jdbc, List.of(kind), company, clock.instant());
            assertThat(proof.findings()).as(flip.sql()).isNotEmpty();
            assertThat(proof.findings().get(0).record()).isEqualTo(kind.name());
            owner.rollback(before);
        }
        return flips.size();
    }

    private record Flip(String table, String sql) {}

    private Set<String> covered(JdbcClient jdbc, String query) {
        return Set.copyOf(jdbc.sql("select distinct jsonb_object_keys(r.record) from (" + query + ") r")
                .param("company", company)
                .query(String.class)
                .list());
    }

    /** One statement for each column, or for those covered. What is generated follows from the others. */
    private static List<Flip> flips(JdbcClient jdbc, String table, @Nullable Set<String> covered, String where) {
        return jdbc
                .sql("""
                        select attname, format_type(atttypid, null) as type from pg_attribute
                         where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum""")
                .param(table)
                .query((row, n) -> Map.entry(row.getString("attname"), row.getString("type")))
                .list()
                .stream()
                .filter(column -> covered == null || covered.contains(column.getKey()))
                .map(column -> new Flip(
                        table,
                        "update " + table + " x set " + column.getKey() + " = "
                                + other(column.getKey(), column.getValue()) + " where " + where))
                .toList();
    }

    /** Another value of the same type. */
    private static String other(String column, String type) {
        return switch (type) {
            case "uuid" -> "gen_random_uuid()";
            case "text", "character varying" -> "coalesce(" + column + ", '') || '~'";
            case "character" -> "case when " + column + " like 'z%' then 'y' else 'z' end";
            case "smallint", "integer", "bigint", "numeric" -> "coalesce(" + column + ", 0) + 100";
            case "boolean" -> "not coalesce(" + column + ", false)";
            case "date" -> "coalesce(" + column + ", date '2020-01-01') + 1";
            case "timestamp with time zone" -> "coalesce(" + column + ", now()) + interval '1 millisecond'";
            case "time without time zone" -> column + " + interval '1 minute'";
            case "integer[]" -> "array_append(" + column + ", 7)";
            case "text[]" -> "array_append(" + column + ", '~')";
            case "uuid[]" -> "array_append(" + column + ", gen_random_uuid())";
            case "jsonb" -> "coalesce(" + column + ", '{}') || '{\"~\": 1}'";
            case "bytea" -> "coalesce(" + column + ", '') || '\\x01'";
            default -> throw new IllegalArgumentException("How is a " + type + " flipped? " + column);
        };
    }

    /** Takes away everything that would refuse the change. */
    private static void defenceless(JdbcClient jdbc, String table) {
        jdbc.sql("alter table " + table + " disable trigger user").update();
        jdbc.sql("alter table " + table + " no force row level security").update();
        jdbc.sql("select format('alter table %s drop constraint if exists %I cascade', conrelid::regclass, conname)"
                        + " from pg_constraint where conrelid = ?::regclass and contype in ('c', 'f', 'u')")
                .param(table)
                .query(String.class)
                .list()
                .forEach(statement -> jdbc.sql(statement).update());
        jdbc.sql("select format('alter table %s drop constraint %I', conrelid::regclass, conname)"
                        + " from pg_constraint where confrelid = ?::regclass and contype = 'f'")
                .param(table)
                .query(String.class)
                .list()
                .forEach(statement -> jdbc.sql(statement).update());
        jdbc.sql("select format('alter table %s alter column %I drop identity', attrelid::regclass, attname)"
                        + " from pg_attribute where attrelid = ?::regclass and attidentity <> ''")
                .param(table)
                .query(String.class)
                .list()
                .forEach(statement -> jdbc.sql(statement).update());
    }
}
