package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.page.Page;
import io.simbaerp.testing.CountedStatements;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.WebApplicationContext;

/** The one list, shown by the list of documents. */
@ModuleTest
class ListsModuleTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestCompanies companies;

    @Autowired
    TestDatabase database;

    @Autowired
    Lists lists;

    private MockMvc mvc;
    private TestCompany ours;
    private TestReader reader;

    @BeforeEach
    void begin() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        ours = companies.create();
        reader = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.allOf(Duty.class));
    }

    @Test
    void searchFindsTheBeginningsOfWordsHoweverTheyAreWritten() throws SQLException {
        ManyDocuments.fill(database, ours, 120);
        assertThat(found("text", "zrod")).hasSize(120);
        assertThat(found("text", "ŹRÓDŁO firma fv/44/11")).hasSize(1);
        assertThat(found("text", "fv44112026")).hasSize(1);
        assertThat(found("text", "DOC/2026/000042")).hasSize(1);
        assertThat(found("text", "42")).as("DOC 42, supplier 42").hasSize(1);
        assertThat(found("text", "999-001-12-07")).hasSize(2);
        assertThat(found("text", "odlo")).as("no middles of words").isEmpty();
        assertThat(found("text", "%' or 1=1 --")).isEmpty();
        assertThat(found("supplier", "zrod 7")).as("7, 70 to 79, 107").hasSize(12);
        assertThat(found("supplier", "DOC")).isEmpty();
    }

    @Test
    void theIndexFollowsEveryChange() throws SQLException {
        ManyDocuments.fill(database, ours, 3);
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + ours.id().value() + "', true)");
            sql.execute("update document.document set title = 'Zupełnie inny' where number = 'DOC/2026/000002'");
            owner.commit();
        }
        assertThat(found("text", "zupelnie")).hasSize(1);
        assertThat(found("text", "firma"))
                .as("the title's words are gone, the supplier's stay")
                .hasSize(3);
        assertThat(found("text", "inny 2")).hasSize(1);
    }

    @Test
    void anotherCompanysWordsAreBehindTheWall() throws SQLException {
        ManyDocuments.fill(database, ours, 5);
        TestCompany theirs = companies.create();
        assertThat(theirs.as(() -> lists.ids("documents", asked("text", "firma"), 10))
                        .items())
                .isEmpty();
        try (Connection attacker = database.connect(TestDatabase.APPLICATION);
                Statement sql = attacker.createStatement()) {
            for (String attack : List.of(
                    "select * from document.document_word",
                    "insert into document.document_word values (gen_random_uuid(), 'x', gen_random_uuid(), 'record')",
                    "delete from document.document_word")) {
                assertThatThrownBy(() -> sql.execute(attack)).as(attack).hasMessageContaining("permission denied");
            }
            assertThat(count(sql, "select count(*) from document.search_document('firma')"))
                    .isZero();
            attacker.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + theirs.id().value() + "', true)");
            assertThat(count(sql, "select count(*) from document.search_document('firma')"))
                    .isZero();
            sql.execute("set local search_path = pg_temp, public");
            sql.execute("create temp table document_word (company_id uuid, word text, id uuid, field text)");
            assertThat(count(sql, "select count(*) from document.search_document('firma')"))
                    .isZero();
            sql.execute("select set_config('simba.company', '" + ours.id().value() + "', true)");
            assertThat(count(sql, "select count(*) from document.search_document('firma')"))
                    .isEqualTo(5);
        }
    }

    @Test
    void pagesHoldEveryRowOnceInAnyOrder() throws SQLException {
        ManyDocuments.fill(database, ours, 60);
        List<ListColumn> sorted = ours.as(() -> lists.source("documents")).descriptor().columns().stream()
                .filter(column -> column.sort() != null)
                .toList();
        assertThat(sorted).hasSizeGreaterThan(3);
        for (ListColumn column : sorted) {
            List<UUID> rising = walk(column.key());
            List<UUID> falling = walk("-" + column.key());
            assertThat(rising).as(column.key()).hasSize(60).doesNotHaveDuplicates();
            assertThat(falling.get(0)).as(column.key()).isEqualTo(rising.get(59));
            assertThat(falling).as(column.key()).containsExactlyElementsOf(reversed(rising));
        }
    }

    @Test
    void whatCannotBeUnderstoodIsRefusedByName() {
        for (List<String> wrong : List.of(
                List.of("state", "FOO", "list.filter-unknown"),
                List.of("receivedFrom", "yesterday", "list.filter-unknown"),
                List.of("amountFrom", "much", "list.filter-unknown"),
                List.of("amountFrom", "1e400", "list.filter-unknown"),
                List.of("sort", "title; drop table x", "list.sort-unknown"),
                List.of("sort", "state", "list.sort-unknown"),
                List.of("after", "nonsense", "list.after-unknown"))) {
            assertThatThrownBy(() -> found(wrong.get(0), wrong.get(1)))
                    .as(wrong.toString())
                    .isInstanceOfSatisfying(RuleViolation.class, refused -> {
                        assertThat(refused.rule()).isEqualTo(wrong.get(2));
                        assertThat(refused.field()).isEqualTo(wrong.get(0));
                    });
        }
        assertThat(reader.ask(get("/api/v1/documents").param("state", "FOO")).getStatus())
                .isEqualTo(422);
    }

    @Test
    void aPlaceBelongsToItsOrder() throws SQLException {
        ManyDocuments.fill(database, ours, 10);
        String after = ours.as(() -> lists.ids("documents", asked("sort", "amount"), 3))
                .next();
        MultiValueMap<String, String> asked = asked("sort", "-amount");
        asked.add("after", after);
        assertThatThrownBy(() -> ours.as(() -> lists.ids("documents", asked, 3)))
                .hasMessageContaining("list.after-unknown");
    }

    @Test
    void filtersNarrowAndRestTakesTheSame() throws SQLException {
        ManyDocuments.fill(database, ours, 100);
        assertThat(found("state", "POSTED")).hasSize(20);
        MultiValueMap<String, String> both = asked("state", "POSTED");
        both.add("state", "IN_PROCESS");
        both.add("amountFrom", "10,50");
        both.add("amountTo", "20.5");
        assertThat(ours.as(() -> lists.ids("documents", both, 100)).items()).hasSize(8);
        String json = new String(
                reader.ask(get("/api/v1/documents?state=POSTED&state=IN_PROCESS&amountFrom=10,50&amountTo=20.5"))
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(json.split("\"id\":")).hasSize(9);
        assertThat(found("dueTo", "2026-01-11")).hasSize(10);
        assertThat(found("channel", "somewhere-else")).isEmpty();
        assertThat(found("received", "today"))
                .as("filled as of the day of the tests' clock")
                .hasSize(100);
        assertThat(found("received", "month")).hasSize(100);
        assertThat(reader.page(get("/documents?state=POSTED&supplier=zrod"), "pl"))
                .contains("Zaksięgowany", "Dostawca, nazwa lub NIP:", "Znaleziono: 20");
    }

    @Test
    void aPageTakesTheSameStatementsHoweverManyRows() throws SQLException {
        ManyDocuments.fill(database, ours, 2);
        reader.page(get("/documents"), "en");
        int few = CountedStatements.of(() -> reader.page(get("/documents").param("state", "IN_PROCESS"), "en"));
        TestCompany many = companies.create();
        ManyDocuments.fill(database, many, 300);
        TestReader other = TestReader.of(mvc, many, UUID.randomUUID(), EnumSet.allOf(Duty.class));
        int full = CountedStatements.of(() -> other.page(get("/documents").param("state", "IN_PROCESS"), "en"));
        // A list that doesn't fit onto one page is counted besides.
        assertThat(full).isEqualTo(few + 1).isLessThan(12);
    }

    @Test
    void filesHoldEveryRowNumbersAsNumbersAndNoFormula() throws SQLException, IOException {
        ManyDocuments.fill(database, ours, 1203);
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement sql = owner.createStatement()) {
            owner.setAutoCommit(false);
            sql.execute("select set_config('simba.company', '" + ours.id().value() + "', true)");
            sql.execute("update document.document set title = '=cmd()|''A''!1' where number = 'DOC/2026/000007'");
            owner.commit();
        }
        String csv = new String(
                reader.ask(get("/lists/documents/export.csv").param("sort", "number"))
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
        assertThat(csv.lines()).hasSize(1204);
        assertThat(csv).startsWith("\ufeffNumber;What it is;Kind;State;Amount;Currency;Due;Received");
        assertThat(csv.lines().skip(7).findFirst().orElseThrow())
                .startsWith("DOC/2026/000007;'=cmd()|'A'!1;Purchase invoice;In process;7,50;PLN;2026-01-08;");

        String sheet = entry(
                reader.ask(get("/lists/documents/export.xlsx").param("sort", "number"))
                        .getContentAsByteArray(),
                "xl/worksheets/sheet1.xml");
        assertThat(sheet.split("<row ")).hasSize(1205);
        assertThat(sheet).doesNotContain("<f>").containsPattern("<c r=\"E8\"[^>]*><v>7\\.50?</v></c>");
    }

    @Test
    void anExportWithAWrongFilterIsRefusedAndNoFile() {
        assertThat(reader.ask(get("/lists/documents/export.csv").param("state", "FOO"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(reader.ask(get("/lists/nothing/export.csv")).getStatus()).isEqualTo(404);
        TestReader stranger = TestReader.of(mvc, ours, UUID.randomUUID(), Set.of(Duty.BELONG_TO_COMPANY));
        assertThat(stranger.ask(get("/lists/documents/export.csv")).getStatus()).isEqualTo(403);
    }

    @Test
    void severalAreArchivedWithAPreviewAndAResultForEach() throws SQLException {
        ManyDocuments.fill(database, ours, 6);
        List<UUID> all = walk("number");
        UUID plain = all.get(2);
        // Filled rows are in process or posted: the fifth is posted and may be archived, the others may not.
        UUID posted = all.get(4);
        String preview = reader.page(
                post("/lists/documents/bulk/archive").param("ids", plain.toString(), posted.toString()), "en");
        assertThat(preview)
                .contains("1 of 2 can be done", "will be archived", "Only plain documents")
                .contains("name=\"ids\" value=\"" + posted)
                .doesNotContain("name=\"ids\" value=\"" + plain);
        String done = reader.page(
                post("/lists/documents/bulk/archive/run").param("ids", plain.toString(), posted.toString()), "pl");
        assertThat(done).contains("Wykonano: 1 z 2.", "w archiwum", "Do archiwum trafiają tylko");
        assertThat(found("state", "ARCHIVED")).containsExactly(posted);
        assertThat(reader.ask(post("/lists/documents/bulk/archive")).getStatus())
                .isEqualTo(422);
        assertThat(reader.ask(post("/lists/documents/bulk/reject/run").param("ids", plain.toString()))
                        .getStatus())
                .as("without a reason")
                .isEqualTo(422);
        TestReader viewer =
                TestReader.of(mvc, ours, UUID.randomUUID(), Set.of(Duty.VIEW_DOCUMENT, Duty.BELONG_TO_COMPANY));
        assertThat(viewer.page(get("/documents"), "en")).doesNotContain("data-bulk");
        assertThat(viewer.ask(post("/lists/documents/bulk/archive").param("ids", posted.toString()))
                        .getStatus())
                .isEqualTo(403);
    }

    private List<UUID> walk(String order) {
        List<UUID> all = new ArrayList<>();
        MultiValueMap<String, String> asked = asked("sort", order);
        Set<String> places = new HashSet<>();
        while (true) {
            Page<UUID> page = ours.as(() -> lists.ids("documents", asked, 7));
            all.addAll(page.items());
            if (page.next() == null) {
                return all;
            }
            assertThat(places.add(page.next())).isTrue();
            asked.set("after", page.next());
        }
    }

    private List<UUID> found(String name, String value) {
        return ours.as(() -> lists.ids("documents", asked(name, value), 200)).items();
    }

    private static MultiValueMap<String, String> asked(String name, String value) {
        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add(name, value);
        return asked;
    }

    private static List<UUID> reversed(List<UUID> ids) {
        List<UUID> turned = new ArrayList<>(ids);
        java.util.Collections.reverse(turned);
        return turned;
    }

    private static int count(Statement sql, String query) throws SQLException {
        try (ResultSet result = sql.executeQuery(query)) {
            result.next();
            return result.getInt(1);
        }
    }

    private static String entry(byte[] file, String name) throws IOException {
        Path copy = Files.createTempFile("list", ".xlsx");
        Files.write(copy, file);
        try (ZipFile zip = new ZipFile(copy.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            Files.delete(copy);
        }
    }
}
