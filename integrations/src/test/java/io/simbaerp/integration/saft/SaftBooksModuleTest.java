package io.simbaerp.integration.saft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.company.period.AddFiscalYear;
import io.simbaerp.company.period.FiscalYearDraft;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.bulk.CheckEntries;
import io.simbaerp.ledger.bulk.EntryUploads;
import io.simbaerp.ledger.bulk.PostUploadedChunk;
import io.simbaerp.ledger.bulk.UploadEntries;
import io.simbaerp.ledger.chart.ChartPreview;
import io.simbaerp.ledger.chart.ImportChart;
import io.simbaerp.ledger.foreign.ForeignTables;
import io.simbaerp.ledger.opening.PostOpeningBalances;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The Norwegian examples of SAF-T: chart, opening balances and entries come through our own doors, looked at first. */
@ModuleTest
class SaftBooksModuleTest {

    private static final UUID PERSON = UUID.randomUUID();

    /** Its own opening balances don't balance; the difference stands on an account named by hand. */
    private static final String DIFFERENCE = "801;;2545410\n";

    private static final String SMALL = """
            <n:AuditFile xmlns:n="urn:StandardAuditFile-Taxation-Financial:NO"><n:Header>
              <n:Company><n:RegistrationNumber>1</n:RegistrationNumber></n:Company>
              <n:DefaultCurrencyCode>%s</n:DefaultCurrencyCode></n:Header>
              <n:GeneralLedgerEntries><n:NumberOfEntries>%s</n:NumberOfEntries><n:TotalDebit>5</n:TotalDebit>
                <n:TotalCredit>5</n:TotalCredit><n:Journal><n:JournalID>J</n:JournalID><n:Transaction>
                  <n:TransactionID>7</n:TransactionID><n:TransactionDate>2026-11-18</n:TransactionDate>
                  <n:Description>A; "b"</n:Description>
                  <n:Line><n:AccountID>100-01</n:AccountID><n:DebitAmount><n:Amount>5.00</n:Amount></n:DebitAmount></n:Line>
                  <n:Line><n:AccountID>130-01</n:AccountID><n:CreditAmount><n:Amount>5</n:Amount></n:CreditAmount></n:Line>
                  <n:Line><n:AccountID>130-01</n:AccountID><n:CreditAmount><n:Amount>0</n:Amount></n:CreditAmount></n:Line>
                </n:Transaction></n:Journal></n:GeneralLedgerEntries></n:AuditFile>""";

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    AddFiscalYear addYear;

    @Autowired
    ChartPreview chartPreview;

    @Autowired
    ImportChart importChart;

    @Autowired
    ForeignTables foreign;

    @Autowired
    PostOpeningBalances.Preview openingPreview;

    @Autowired
    PostOpeningBalances opening;

    @Autowired
    CheckEntries check;

    @Autowired
    UploadEntries upload;

    @Autowired
    PostUploadedChunk postChunk;

    @Autowired
    EntryUploads uploads;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    TestDatabase database;

    @Autowired
    WebApplicationContext context;

    TestCompany company;

    @BeforeEach
    void openBooks() {
        company = companies.create();
        company.as(install::install);
    }

    @Test
    void theExampleComesInWithTheTotalsItStates() throws Exception {
        Optional<Path> corpus = Corpus.folder("accounting/saf-t-no", "the Norwegian examples of SAF-T");
        if (corpus.isEmpty()) {
            return;
        }
        byte[] file = Corpus.bytes(
                corpus.get().resolve("Example Files/ExampleFile SAF-T Financial_888888888_20180228235959.xml"));
        company = companies.create();
        keepInCrowns();
        company.as(install::install);
        for (int year = 2024; year >= 2016; year--) {
            String code = String.valueOf(year);
            LocalDate first = LocalDate.of(year, 1, 1);
            company.as(() -> addYear.add(
                    new FiscalYearDraft(code, first, first.plusYears(1).minusDays(1), 0)));
        }

        ChartPreview.Preview chart = company.as(() -> chartPreview.of(file, null));
        assertThat(chart.complete()).as("%s", chart.findings()).isTrue();
        assertThat(company.as(() -> importChart.importChart(file, null))).isEqualTo(22);

        String table = new String(company.as(() -> foreign.opening(file)), StandardCharsets.UTF_8);
        assertThat(person(() -> openingPreview.plan(table, "2016-12", "Inngående balanse"))
                        .problems())
                .extracting("rule")
                .containsExactly("opening.unbalanced");
        person(() -> opening.post(table + DIFFERENCE, "2016-12", "Inngående balanse", "saft"));

        CheckEntries.Checked checked = person(() -> check.check(file));
        assertThat(checked.refused()).isEmpty();
        assertThat(checked.entries() + " " + checked.sound() + " " + checked.debits() + " " + checked.credits())
                .isEqualTo("53 53 9487049.35 NOK 9487049.35 NOK");
        UUID brought = person(() -> upload.upload("saft.xml", file));
        assertThat(person(() -> postChunk.post(brought, 1000, null))).isFalse();
        EntryUploads.Upload done = person(() -> uploads.byId(brought).orElseThrow());
        assertThat(done.posted()).isEqualTo(53);
        assertThat(person(() -> check.check(file)).repeated()).isEqualTo(53);

        TrialBalance.Report year =
                company.as(() -> trialBalance.of(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31)));
        assertThat(year.totals().debit().toString()).isEqualTo("9487049.35 NOK");
        assertThat(year.totals().credit().toString()).isEqualTo("9487049.35 NOK");
        int same = closingsAsStated(file, year);
        System.out.println("RAN SAF-T NO example: chart 22 of 22 accounts, 53 of 53 entries, debits and credits"
                + " 9487049.35 as stated, closing balances as stated " + same
                + " of 22 (the file's own opening balances"
                + " and lines contradict the others)");
        assertThat(same).isEqualTo(19);
    }

    @Test
    void theSampleOfTheSchemaStatesWhatItDoesNotHold() {
        Optional<Path> corpus = Corpus.folder("accounting/saf-t-no", "the Norwegian examples of SAF-T");
        if (corpus.isPresent()) {
            byte[] file =
                    Corpus.bytes(corpus.get().resolve("SAF-T_Financial_1.3/Example Files/Eksempelfil fra xmlSpy.xml"));
            assertThatThrownBy(() -> person(() -> check.check(file)))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("foreign-books.totals-differ");
        }
    }

    @Test
    void aFileIsTakenOnlyWholeReadableAndInOurCurrency() {
        CheckEntries.Checked sound = person(() -> check.check(small("PLN", "1")));
        assertThat(sound.sound() + " " + sound.debits()).isEqualTo("1 5.00 PLN");
        Map<byte[], String> wrong = Map.of(
                small("PLN", "2"),
                "totals-differ [NumberOfEntries, 2, 1]",
                small("NOK", "1"),
                "currency-differs [NOK, PLN]",
                small("PLN", "one"),
                "file-unreadable",
                small("PLN", "1E400000000"),
                "file-unreadable",
                new String(small("PLN", "1"), StandardCharsets.UTF_8)
                        .replaceFirst("Amount>5[^<]*<", "Amount>1E400000000<")
                        .getBytes(StandardCharsets.UTF_8),
                "file-unreadable",
                cut(small("PLN", "1")),
                "file-unreadable");
        wrong.forEach((file, rule) -> assertThatThrownBy(() -> person(() -> check.check(file)))
                .hasMessageContaining("foreign-books." + rule));
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(), company, PERSON, EnumSet.allOf(Duty.class));
        MockHttpServletResponse answer = reader.ask(post("/api/v1/journal-entries/check")
                .contentType("application/octet-stream")
                .content(small("PLN", "1")));
        String json = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(answer.getStatus()).as(json).isEqualTo(200);
        assertThat(JsonPath.<Integer>read(json, "$.sound")).isEqualTo(1);
    }

    private static byte[] small(String currency, String entries) {
        return SMALL.formatted(currency, entries).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length - 40);
    }

    /** How many accounts close with what the file states, opening balances and lines being the file's. */
    private static int closingsAsStated(byte[] file, TrialBalance.Report year) {
        Map<String, BigDecimal> ours = new HashMap<>();
        year.rows().forEach(row -> ours.put(row.account(), row.closing().amount()));
        Matcher account = Pattern.compile("<n1:Account>.*?</n1:Account>", Pattern.DOTALL)
                .matcher(new String(file, StandardCharsets.UTF_8));
        int same = 0;
        while (account.find()) {
            BigDecimal stated = figure(account.group(), "ClosingDebitBalance")
                    .subtract(figure(account.group(), "ClosingCreditBalance"));
            BigDecimal closing = ours.getOrDefault(text(account.group(), "AccountID"), BigDecimal.ZERO);
            same += stated.compareTo(closing) == 0 ? 1 : 0;
        }
        return same;
    }

    private static BigDecimal figure(String account, String name) {
        String text = text(account, name);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
    }

    private static String text(String account, String name) {
        Matcher found = Pattern.compile("<n1:" + name + ">([^<]*)<").matcher(account);
        return found.find() ? found.group(1) : "";
    }

    private void keepInCrowns() throws Exception {
        try (Connection owner = database.connect(TestDatabase.OWNER);
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select set_config('simba.company', '" + company.id() + "', true)");
            statement.execute("update company.company set base_currency = 'NOK'");
            owner.commit();
        }
    }

    private <T> T person(Supplier<T> work) {
        return company.asPerson(PERSON, EnumSet.allOf(Duty.class), work);
    }
}
