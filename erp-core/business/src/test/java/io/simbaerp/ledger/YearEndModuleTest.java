package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.credit;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.NotFound;
import io.simbaerp.ledger.closing.CloseYear;
import io.simbaerp.ledger.closing.YearEnd;
import io.simbaerp.ledger.closing.YearEndView;
import io.simbaerp.ledger.opening.OpeningFile;
import io.simbaerp.ledger.opening.OpeningPlan;
import io.simbaerp.ledger.opening.PostOpeningBalances;
import io.simbaerp.ledger.report.AccountSums;
import io.simbaerp.ledger.report.Extract;
import io.simbaerp.money.Money;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Beginning the books and closing their years. */
@ModuleTest
class YearEndModuleTest {

    private static final LocalDate LAST = LocalDate.of(2025, 12, 31);

    private static final String TABLE = """
            konto;wn;ma;kontrahent;termin;dokument;waluta;kwota
            100-01;1 500,00;;;;;;
            202;;430,00;Tekturo;2026-01-15;FV/7/2025;EUR;100,00
            202;;70,00;Tekturo;16.01.2026;FV/8/2025;;
            801;;1000,00;;;;;
            """;

    @Autowired
    OpeningFile openingFile;

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    ReverseJournalEntry reverse;

    @Autowired
    PostOpeningBalances opening;

    @Autowired
    PostOpeningBalances.Preview openingPreview;

    @Autowired
    YearEnd yearEnd;

    @Autowired
    CloseYear closeYear;

    @Autowired
    AccountSums sums;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    OpenItems openItems;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    private TestCompany company;
    private UUID party;
    private TestReader reader;

    @BeforeEach
    void openBooks() {
        company = companyWithBooks(companies, install);
        party = company.as(() -> registerParty.register(new PartyDraft(
                        "Tekturo S.A.", List.of(), new Address(null, null, null, "Łódź", null, "PL"), true, false)))
                .value();
        reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.allOf(Duty.class));
    }

    @Test
    void aTableBeginsTheBooksWithItsItems() {
        OpeningPlan plan = company.as(() -> openingPreview.plan(TABLE, "2025-12", "BO"));
        assertThat(plan.problems()).isEmpty();
        assertThat(plan.items()).isEqualTo(2);
        JournalEntryId posted = company.as(() -> opening.post(TABLE, "2025-12", "BO", "k"));
        assertThat(company.as(() -> opening.post(TABLE, "2025-12", "BO", "k"))).isEqualTo(posted);
        TrialBalance.Report report =
                company.as(() -> trialBalance.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)));
        assertThat(report.rows()).extracting(TrialBalance.Row::account).containsExactly("100-01", "202", "801");
        assertThat(report.rows().get(0).opening()).isEqualTo(Money.of("1500.00", "PLN"));
        assertThat(report.totals().debit().isZero()).isTrue();
        assertThat(company.as(() -> openItems.ofParty(party)))
                .extracting(OpenItems.OpenItemView::documentNumber, item -> item.remaining()
                        .toString())
                .containsExactly(tuple("FV/7/2025", "100.00 EUR"), tuple("FV/8/2025", "70.00 PLN"));
    }

    @Test
    void everyMistakeOfATableIsNamedAtOnce() {
        String wrong = """
                account,debit,credit,party,due,currency,amount
                nowhere,1,,,,,
                402,1,,,,,
                202,,5,,,,
                202,,5,Nobody,soon,,
                202,,5,Tekturo,2026-01-01,XQX,1
                202,,5,Tekturo,2026-01-01,EUR,
                100-01,1x,,,,,
                100-01,1,2,,,,
                100-01,,,,,,
                100-01,-1,,,,,
                100-01,1.001,,,,,
                750-01,,1,,,,
                """;
        OpeningPlan plan = company.as(() -> openingPreview.plan(wrong, "2025-12", "BO"));
        assertThat(plan.entry()).isNull();
        assertThat(plan.problems())
                .extracting(one -> one.line() + " " + one.rule().replace("opening.", ""))
                .contains(
                        "2 account-unknown",
                        "3 account-sums-up",
                        "4 party-missing",
                        "5 party-unknown",
                        "5 cell-unreadable",
                        "6 currency-unknown",
                        "7 foreign-amount-missing",
                        "8 cell-unreadable",
                        "9 two-sides",
                        "10 no-amount",
                        "11 negative",
                        "12 unrounded",
                        "13 income-at-end-of-year");
        assertThatThrownBy(() -> company.as(() -> opening.post(wrong, "2025-12", "BO", "w")))
                .hasMessageContaining("opening.table-wrong");
        assertThat(company.as(() -> openingPreview.plan("account;debit;credit\n100-01;5;\n", "2025-12", "BO"))
                        .problems())
                .extracting(OpeningPlan.Problem::rule)
                .containsExactly("opening.unbalanced");
        for (String[] one : new String[][] {
            {"", "column-missing"}, {"account;debit\n", "column-missing"}, {"account;debit;credit\n", "table-empty"}
        }) {
            assertThatThrownBy(() -> company.as(() -> openingPreview.plan(one[0], "2025-12", "BO")))
                    .hasMessageContaining(one[1]);
        }
        assertThatThrownBy(() -> company.as(() -> openingPreview.plan(TABLE, "1999-12", "BO")))
                .hasMessageContaining("period.unknown");
    }

    @Test
    void aYearIsClosedAgainTakenBackAndCarriedForward() {
        book("750-01", "800.00", "100-01");
        company.as(() -> post.post(
                entry("PK", LAST, EntryKind.ORDINARY, "cost", debit("751-01", "300.00"), credit("100-01", "300.00"))));
        YearEndView before = company.as(() -> yearEnd.of("2025"));
        assertThat(before.result()).isEqualTo(Money.of("500.00", "PLN"));
        assertThat(before.findings()).extracting("rule").containsExactly("periods-open");
        assertThatThrownBy(() -> company.as(() -> closeYear.close("2025", "Zamknięcie", "")))
                .hasMessageContaining("year-end.reason-missing");
        JournalEntryId closing = company.as(() -> closeYear.close("2025", "Zamknięcie", "próba"));
        assertThatThrownBy(() -> company.as(() -> closeYear.close("2025", "Zamknięcie", "próba")))
                .hasMessageContaining("year-end.nothing-to-close");
        assertThat(balance("860")).isEqualTo("-500.00");
        assertThat(company.as(() -> sums.withoutClosing(LAST.withDayOfYear(1), LAST, Extract.WHOLE)))
                .filteredOn(row -> row.account().startsWith("75"))
                .extracting(row -> row.debit().minus(row.credit()).toString())
                .containsExactly("-800.00 PLN", "300.00 PLN");
        YearEndView closed = company.as(() -> yearEnd.of("2025"));
        assertThat(closed.entry()).isNull();
        assertThat(closed.nextYear()).isEqualTo("2026");
        assertThat(closed.carried())
                .extracting(YearEndView.Carried::account, one -> one.balance().toString())
                .containsExactly(tuple("100-01", "500.00 PLN"), tuple("860", "-500.00 PLN"));
        assertThat(company.as(() -> trialBalance.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 31)))
                        .rows())
                .extracting(TrialBalance.Row::account)
                .containsExactly("100-01", "860");

        book("750-01", "20.00", "100-01");
        company.as(() -> closeYear.close("2025", "Zamknięcie", "jeszcze raz"));
        assertThat(balance("860")).isEqualTo("-520.00");
        company.as(() -> reverse.reverse(closing, EntryKind.RED_REVERSAL, LAST, "2025-12", "cofam"));
        assertThat(company.as(() -> yearEnd.of("2025")).result()).isEqualTo(Money.of("500.00", "PLN"));
        company.as(() -> closeYear.close("2025", "Zamknięcie", "trzeci raz"));
        assertThat(balance("860")).isEqualTo("-520.00");
        assertThat(company.as(() -> sums.withoutClosing(LAST, LAST, Extract.WHOLE)))
                .filteredOn(row -> row.account().equals("750-01"))
                .extracting(row -> row.credit().minus(row.debit()).toString())
                .containsExactly("820.00 PLN");
    }

    @Test
    void anOpenYearBeforeStopsClosingAndTheDatabaseKeepsTheDays() {
        book("750-01", "800.00", "100-01");
        assertThatThrownBy(() -> company.as(() -> closeYear.close("2026", "Zamknięcie", "trotzdem")))
                .hasMessageContaining("year-end.blocked");
        assertThatThrownBy(() -> company.as(() -> yearEnd.of("1999"))).isInstanceOf(NotFound.class);
        for (EntryKind kind : new EntryKind[] {EntryKind.OPENING, EntryKind.CLOSING}) {
            assertThatThrownBy(() -> company.as(() -> post.post(entry(
                            "PK", LAST.minusDays(1), kind, "x" + kind, debit("100-01", "1"), credit("130-01", "1")))))
                    .rootCause()
                    .extracting(failure -> ((org.postgresql.util.PSQLException) failure)
                            .getServerErrorMessage()
                            .getConstraint())
                    .isIn(
                            "opening_entry_stands_on_the_last_day_of_its_period",
                            "closing_entry_stands_in_a_closing_period");
        }
    }

    @Test
    void pagesAndProgramsDoTheSame() {
        String shown = text(
                post("/ledger/opening-balances/preview")
                        .param("key", "a")
                        .param("period", "2025-12")
                        .param("table", TABLE.replace("1000,00", "999,00")),
                200);
        assertThat(shown).contains("the difference is").doesNotContain("Post opening balances</button>");
        assertThat(text(
                        post("/ledger/opening-balances/preview")
                                .param("period", "2025-12")
                                .param("table", TABLE),
                        200))
                .contains("Debits equal credits", "Post opening balances</button>");
        assertThat(reader.ask(post("/ledger/opening-balances")
                                .param("key", "a")
                                .param("period", "2025-12")
                                .param("table", TABLE))
                        .getStatus())
                .isEqualTo(302);
        assertThat(text(get("/ledger/opening-balances"), 200)).contains("2025-12");
        book("751-01", "10.00", "100-01");
        assertThat(text(get("/ledger/year-end"), 200)).contains("/ledger/year-end/2025", "Opening balances");
        assertThat(text(get("/ledger/year-end/2025"), 200)).contains("751-01", "860", "Close 2025", "needs a reason");
        assertThat(reader.page(get("/ledger/year-end/2025"), "pl")).contains("Zamknij 2025", "wymaga uzasadnienia");
        assertThat(text(post("/ledger/year-end/2025/close"), 422)).contains("Say why");
        assertThat(reader.ask(post("/ledger/year-end/2025/close").param("reason", "ok"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(text(get("/ledger/year-end/2025"), 200)).contains("Everything is closed", "carried forward to 2026");
        String json = text(get("/api/v1/fiscal-years/2025/closing"), 200);
        assertThat(JsonPath.<List<String>>read(json, "$.closingEntries")).hasSize(1);
        assertThat(JsonPath.<String>read(json, "$.nextYear")).isEqualTo("2026");
        assertThat(text(
                        post("/api/v1/fiscal-years/2025/closing")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"reason\":\"x\"}"),
                        422))
                .contains("year-end.nothing-to-close");
        assertThat(text(
                        post("/api/v1/opening-balances/preview?period=2025-12")
                                .contentType(MediaType.TEXT_PLAIN)
                                .content("account;debit;credit\n100-01;5;\n"),
                        200))
                .contains("opening.unbalanced");
    }

    @Test
    void aSpreadsheetBeginsTheBooksToo() throws IOException {
        String head = "Konto;Wn;Ma;Kontrahent;Termin;Dokument";
        byte[] sound = sheet(head, "100-01;1500.5;;;;", "", "801;;1000;;;", "202;;500.5;Tekturo S.A.;46000;\"FV;1\"");
        MockMultipartFile file = new MockMultipartFile("file", "bo.xlsx", null, sound);
        String shown = company.asPerson(UUID.randomUUID(), () -> {
            try {
                return MockMvcBuilders.webAppContextSetup(context)
                        .build()
                        .perform(multipart("/ledger/opening-balances/preview")
                                .file(file)
                                .param("period", "2025-12"))
                        .andReturn()
                        .getResponse()
                        .getContentAsString();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(shown)
                .contains("Debits equal credits", "100-01;1500.5", "&quot;FV;1&quot;")
                .contains("Post opening balances</button>");
        JournalEntryId posted = company.as(() -> opening.post(openingFile.table(sound), "2025-12", "BO", "x"));
        assertThat(company.as(() -> openItems.ofParty(party)))
                .singleElement()
                .satisfies(item -> assertThat(item.dueDate()).isEqualTo(LocalDate.of(2025, 12, 9)));
        assertThat(posted).isNotNull();
        assertThat(text(
                        post("/api/v1/opening-balances/preview?period=2025-12")
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .content(sheet(head, "100-01;dziesięć;;;;", "", "999;;1;;;")),
                        200))
                .contains("\"line\":2", "opening.cell-unreadable", "\"line\":4", "opening.account-unknown");
        assertThat(text(
                        post("/api/v1/opening-balances/preview?period=2025-12")
                                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                                .content(new byte[] {'P', 'K', 3, 4, 9}),
                        422))
                .contains("opening.table-unreadable");
    }

    /** Rows of cells between semicolons; figures are numbers in the sheet. */
    private static byte[] sheet(String... rows) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("BO");
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split(";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");
                for (int column = 0; column < cells.length; column++) {
                    String cell = cells[column].replace("\"", "");
                    if (cell.matches("[0-9]+(\\.[0-9]+)?") && column > 0) {
                        sheet.value(row, column, new BigDecimal(cell));
                    } else if (!cell.isEmpty()) {
                        sheet.value(row, column, cell);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private void book(String account, String amount, String against) {
        company.as(() -> post.post(entry(
                "PK",
                LAST,
                EntryKind.ORDINARY,
                UUID.randomUUID().toString(),
                account.startsWith("751") ? debit(account, amount) : credit(account, amount),
                account.startsWith("751") ? credit(against, amount) : debit(against, amount))));
    }

    private String balance(String account) {
        return company.inTransaction(() -> jdbc.sql("select round(sum(l.debit - l.credit), 2)::text"
                        + " from ledger.journal_line l join ledger.account a on a.id = l.account_id where a.code = ?")
                .param(account)
                .query(String.class)
                .single());
    }

    private String text(MockHttpServletRequestBuilder request, int status) {
        MockHttpServletResponse response =
                reader.ask(request.cookie(new jakarta.servlet.http.Cookie("simba-language", "en")));
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return text;
    }
}
