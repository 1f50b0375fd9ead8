package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.bulk.EntryUploads;
import io.simbaerp.ledger.bulk.PostUploadedChunk;
import io.simbaerp.ledger.bulk.PostUploads;
import io.simbaerp.ledger.bulk.UploadEntries;
import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.SaveDistribution;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Files of entries: read, posted in chunks, named row by row where refused, and never posted twice. */
@ModuleTest
class EntryUploadModuleTest {

    private static final String HEAD = "key;journal;posting_date;narration;account;debit;credit;text\n";
    private static final UUID PERSON = UUID.randomUUID();

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    UploadEntries upload;

    @Autowired
    SaveDistribution saveKey;

    @Autowired
    PostUploadedChunk postChunk;

    @Autowired
    PostUploads postUploads;

    @Autowired
    EntryUploads uploads;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
    }

    @Test
    void aFileIsPostedAndWhatIsRefusedIsNamedByRowFieldAndRule() {
        UUID id = bring(HEAD
                + "a;PK;2026-11-18;Pierwszy;100-01;1 200,50;;kasa\n"
                + "a;;;;130-01;;1200.50;\n"
                + "b;PK;19.11.2026;Drugi;100-01;10;;\n"
                + ";;;;130-01;;11;\n"
                + "\n"
                + "c;PK;2026-11-18;Trzeci;100-01;dziesięć;;\n"
                + "c;;;;130-01;;10;\n"
                + "d;PK;2026-11-18;Czwarty;100-01;10;;\n"
                + "d;;;;999;;10;\n"
                + "e;PK;2026-11-18;Piąty;100-01;10;;\n"
                + "e;;;;130-01;;10;\n");
        while (post(id, 2)) {
            assertThat(of(id).state()).isEqualTo(EntryUploads.State.WAITING);
        }
        EntryUploads.Upload done = of(id);
        assertThat(done.state()).isEqualTo(EntryUploads.State.DONE);
        assertThat(List.of(done.entries(), done.posted(), done.repeated(), done.refused()))
                .containsExactly(5, 2, 0, 3);
        List<String> refused = new ArrayList<>();
        person(() -> {
            uploads.refused(
                    id, 10, one -> refused.add(one.row() + " " + one.key() + " " + one.field() + " " + one.rule()));
            return null;
        });
        assertThat(refused)
                .containsExactly(
                        "4 b null journal-entry.unbalanced",
                        "7 c debit entry-upload.cell-unreadable",
                        "10 d  journal-entry.account-unknown");
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void linesAreSplitByKeysAndRefusedByTheRowTheyStandIn() {
        company.run(() -> saveKey.save(
                null,
                new DistributionDraft(
                        new NamedDraft("HALF", "Half", "Połowa", LocalDate.of(2026, 1, 1), null),
                        null,
                        List.of(
                                new DistributionDraft.Part("310", new BigDecimal("50")),
                                new DistributionDraft.Part("320", new BigDecimal("50"))))));
        UUID id = bring(HEAD.replace(";text", ";mpk")
                + "a;PK;2026-11-18;Podział;403-90;10.01;;%HALF\n"
                + "a;;;;130-01;;10.01;\n"
                + "b;PK;2026-11-18;Bez konta;403-90;10;;%HALF\n"
                + "b;;;;999;;10;\n"
                + "c;PK;2026-11-18;Bez klucza;403-90;10;;%NONE\n"
                + "c;;;;130-01;;10;\n");
        post(id, 10);
        List<String> refused = new ArrayList<>();
        person(() -> {
            uploads.refused(
                    id, 10, one -> refused.add(one.row() + " " + one.key() + " " + one.rule() + " " + one.args()));
            return null;
        });
        assertThat(refused)
                .containsExactly("5 b journal-entry.account-unknown [2, 999]", "6 c distribution.unknown [1, NONE]");
        assertThat(company.inTransaction(() -> jdbc.sql("select c.code || ' ' || l.debit from ledger.journal_line l"
                                + " join ledger.cost_centre c on c.id = l.cost_centre_id and c.company_id = l.company_id"
                                + " where l.company_id = ? order by l.line_number")
                        .params(company.id().value())
                        .query(String.class)
                        .list()))
                .containsExactly("310 5.0000", "320 5.0100");
    }

    @Test
    void theSameFileIsTheSameUploadAndACorrectedOnePostsOnlyWhatWasRefused() {
        String sound = "a;PK;2026-11-18;Pierwszy;100-01;10;;\na;;;;130-01;;10;\n";
        String broken = "b;PK;2026-11-18;Drugi;100-01;10;;\nb;;;;130-01;;%s;\n";
        UUID first = bring(HEAD + sound + broken.formatted("11"));
        post(first, 1000);
        assertThat(bring(HEAD + sound + broken.formatted("11"))).isEqualTo(first);
        UUID corrected = bring(HEAD + sound + broken.formatted("10"));
        post(corrected, 1000);
        EntryUploads.Upload done = of(corrected);
        assertThat(List.of(done.posted(), done.repeated(), done.refused())).containsExactly(1, 1, 0);
        assertThat(entries()).isEqualTo(2);
    }

    @Test
    void aSpreadsheetIsReadLikeATable() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Zapisy");
            Object[][] cells = {
                {"klucz", "dziennik", "data_ksiegowania", "opis", "konto", "wn", "ma"},
                {"x1", "PK", 46344, "Arkusz", "100-01", 12.5, null},
                {null, null, null, null, "130-01", null, 12.5}
            };
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    if (cells[row][column] instanceof String text) {
                        sheet.value(row, column, text);
                    } else if (cells[row][column] instanceof Number number) {
                        sheet.value(row, column, number);
                    }
                }
            }
        }
        UUID id = person(() -> upload.upload("zapisy.xlsx", bytes.toByteArray()));
        post(id, 10);
        assertThat(of(id).posted()).isEqualTo(1);
        assertThat(company.inTransaction(() -> jdbc.sql("select posting_date || ' ' || total from ledger.journal_entry"
                                + " where company_id = ?")
                        .params(company.id().value())
                        .query(String.class)
                        .single()))
                .isEqualTo("2026-11-18 12.5000");
    }

    @Test
    void whatIsNoFileOfEntriesIsRefused() throws IOException {
        assertThatThrownBy(() -> bring(""))
                .isInstanceOf(RuleViolation.class)
                .hasMessageContaining("entry-upload.empty");
        assertThatThrownBy(() -> bring(HEAD)).hasMessageContaining("entry-upload.empty");
        assertThatThrownBy(() -> bring("key;account\n1;2\n")).hasMessageContaining("entry-upload.column-missing");
        assertThatThrownBy(() -> person(() -> upload.upload("x.xlsx", new byte[] {'P', 'K', 3, 4, 5, 6})))
                .hasMessageContaining("entry-upload.file-unreadable");
        byte[] tooLong = longSheet();
        assertThatThrownBy(() -> person(() -> upload.upload("x.xlsx", tooLong))).hasMessageContaining("sheet.too-long");
    }

    /** More rows than a spreadsheet may bring, the last of which would be lost if it were cut. */
    static byte[] longSheet() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Zapisy");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name_pl");
            sheet.value(100_000, 0, "401");
            sheet.value(100_000, 1, "Ostatni");
        }
        return file.toByteArray();
    }

    /** Its connection is cut by the server in the middle of a chunk, as when the process is killed. */
    @Test
    void anUploadKilledInTheMiddleOfAChunkGoesOnWithoutPostingTwice() throws Exception {
        StringBuilder file = new StringBuilder(HEAD);
        for (int n = 0; n < 250; n++) {
            file.append("k").append(n).append(";PK;2026-11-18;Zapis;100-01;10;;\n;;;;130-01;;10;\n");
        }
        UUID id = bring(file.toString());
        post(id, 100);
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try (Connection blocker = database.connect(TestDatabase.OWNER);
                Statement statement = blocker.createStatement()) {
            blocker.setAutoCommit(false);
            statement.execute("lock table ledger.turnover_day in share mode");
            Future<?> killed = thread.submit(() -> post(id, 100));
            int victim = 0;
            for (int tries = 0; victim == 0 && tries < 200; tries++) {
                TimeUnit.MILLISECONDS.sleep(50);
                try (ResultSet row = statement.executeQuery("select l.pid from pg_locks l where not l.granted"
                        + " and l.relation = 'ledger.turnover_day'::regclass")) {
                    victim = row.next() ? row.getInt(1) : 0;
                }
            }
            assertThat(victim).isNotZero();
            try (Connection killer = database.connect(TestDatabase.APPLICATION);
                    Statement kill = killer.createStatement()) {
                kill.execute("select pg_terminate_backend(" + victim + ")");
            }
            assertThatThrownBy(() -> killed.get(30, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class);
            blocker.rollback();
        } finally {
            thread.shutdownNow();
        }
        assertThat(of(id).posted()).isEqualTo(100);
        assertThat(entries()).isEqualTo(100);
        while (post(id, 100)) {
            assertThat(of(id).posted()).isGreaterThan(100);
        }
        assertThat(of(id).posted()).isEqualTo(250);
        assertThat(entries()).isEqualTo(250);
        assertThat(company.inTransaction(() -> jdbc.sql(
                                "select * from ledger.differences() union all select * from ledger.turnover_differences()")
                        .query()
                        .listOfRows()))
                .isEmpty();
    }

    @Test
    void whatIsLeftIsStoppedWhenWhoeverBroughtItMayPostNoMore() {
        UUID id = bring(HEAD + "a;PK;2026-11-18;Pierwszy;100-01;10;;\na;;;;130-01;;10;\n");
        postUploads.run(company.id());
        assertThat(of(id).state()).isEqualTo(EntryUploads.State.STOPPED);
        assertThat(post(id, 10)).isFalse();
        assertThat(entries()).isZero();
    }

    @Test
    void thePagesShowHowFarItIsAndGiveTheRefusedRowsAway() throws Exception {
        perform(get("/ledger/entries/uploads"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))));
        byte[] file =
                (HEAD + "a;PK;2026-11-18;Pierwszy;100-01;10;;\na;;;;130-01;;11;\n").getBytes(StandardCharsets.UTF_8);
        String address = perform(multipart("/ledger/entries/uploads")
                        .file(new MockMultipartFile("file", "zapisy.csv", "text/csv", file)))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        perform(get(address)).andExpect(content().string(containsString("every 2s")));
        post(UUID.fromString(address.substring(address.lastIndexOf('/') + 1)), 10);
        perform(get(address))
                .andExpect(content().string(containsString("journal-entry.unbalanced")))
                .andExpect(content().string(not(containsString("every 2s"))))
                .andExpect(content().string(not(containsString("??"))));
        perform(get(address + "/progress")).andExpect(content().string(not(containsString("<html"))));
        perform(get(address + "/refused.csv"))
                .andExpect(content().string(containsString("2;a;;journal-entry.unbalanced;")));
        perform(get("/ledger/entries/uploads")).andExpect(content().string(containsString("zapisy.csv")));
        perform(multipart("/ledger/entries/uploads")
                        .file(new MockMultipartFile("file", "x.csv", "text/csv", new byte[0])))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("entry-upload.empty")));
    }

    private UUID bring(String file) {
        return person(() -> upload.upload("entries.csv", file.getBytes(StandardCharsets.UTF_8)));
    }

    private boolean post(UUID id, int size) {
        return person(() -> postChunk.post(id, size, null));
    }

    private EntryUploads.Upload of(UUID id) {
        return person(() -> uploads.byId(id).orElseThrow());
    }

    private long entries() {
        return company.inTransaction(() -> jdbc.sql("select count(*) from ledger.journal_entry where company_id = ?")
                .params(company.id().value())
                .query(Long.class)
                .single());
    }

    private ResultActions perform(RequestBuilder request) {
        MockMvc mvc = MockMvcBuilders.webAppContextSetup(context).build();
        return person(() -> {
            try {
                return mvc.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private <T> T person(java.util.function.Supplier<T> work) {
        return company.asPerson(PERSON, EnumSet.allOf(Duty.class), work);
    }
}
