package io.simbaerp.integration.saft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
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
import io.simbaerp.ledger.foreign.ForeignBooks;
import io.simbaerp.ledger.foreign.ForeignTables;
import io.simbaerp.ledger.foreign.TakeOverMasters;
import io.simbaerp.ledger.foreign.TakeOverPartners;
import io.simbaerp.ledger.foreign.UnknownMasters;
import io.simbaerp.ledger.opening.PostOpeningBalances;
import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The Norwegian examples of SAF-T: chart, opening balances and entries come through our own doors, looked at first. */
@ModuleTest
class SaftBooksModuleTest {

    private static final UUID PERSON = UUID.randomUUID();

    /** Its own opening balances don't balance; the difference stands on an account named by hand. */
    private static final String DIFFERENCE = "801;;2545410\n";

    /** The partners of the example by their numbers, with a tax id each. */
    private static final Map<String, String> NUMBERS = Map.ofEntries(
            Map.entry("1000", "911111111MVA"),
            Map.entry("1001", "987612234MVA"),
            Map.entry("1002", "977902645MVA"),
            Map.entry("1003", "980300169MVA"),
            Map.entry("1004", "892040600MVA"),
            Map.entry("1005", "890611007MVA"),
            Map.entry("2000", "998877665MVA"),
            Map.entry("2001", "999792662MVA"),
            Map.entry("2002", "987654651MVA"),
            Map.entry("2003", "984561321MVA"),
            Map.entry("2004", "912391231MVA"),
            Map.entry("2005", "912391444MVA"));

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
    UnknownMasters unknown;

    @Autowired
    TakeOverMasters takeOver;

    @Autowired
    TakeOverPartners takePartners;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    JdbcClient jdbc;

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

        assertThat(person(() -> check.check(file)).refused())
                .as("entries name what isn't there yet")
                .hasSizeGreaterThan(30)
                .extracting("rule")
                .isSubsetOf(
                        "entry-upload.party-unknown", "journal-entry.axis-unknown", "journal-entry.vat-code-unknown");
        ForeignBooks.Masters added =
                company.asPerson(PERSON, EnumSet.of(Duty.MAINTAIN_LEDGER), () -> takeOver.takeOver(file)
                        .unknown());
        assertThat(List.of(added.taxCodes().size(), added.values().size())).containsExactly(9, 8);
        assertThat(company.asPerson(PERSON, EnumSet.of(Duty.MAINTAIN_PARTY), () -> takePartners
                                .takeOver(file)
                                .unknown())
                        .partners())
                .hasSize(12);
        assertThat(person(() -> unknown.in(file)).any()).isFalse();

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
        List<String> named = new ArrayList<>(named(file));
        List<String> kept = kept();
        System.out.println(
                "RAN SAF-T NO example: 12 of 12 partners, 9 of 9 tax codes, 8 of 8 values of analysis; sums by partner,"
                        + " analysis and tax code as in its lines "
                        + named.stream().filter(kept::contains).count() + " of " + named.size());
        // Two invoices state 40729.00 of tax and post 40729.75 of it.
        assertThat(named.remove("tax 2 579083.00")).isTrue();
        named.add("tax 2 579084.50");
        assertThat(kept).containsExactlyInAnyOrderElementsOf(named);
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
        TestReader looker = TestReader.of(reader.pages(), company, PERSON, EnumSet.of(Duty.VIEW_LEDGER));
        assertThat(looker.ask(post("/api/v1/opening-balances/preview")
                                .param("period", "2026-01")
                                .contentType("application/octet-stream")
                                .content(cut(small("PLN", "1"))))
                        .getStatus())
                .as("no file is read for who may not post it")
                .isEqualTo(403);
        assertThat(looker.ask(multipart("/ledger/opening-balances/preview").file("file", cut(small("PLN", "1"))))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void aLineIsCutWhereAnalysisChangesAndNeverIntoMoreThanThereIs() {
        String books = new String(small("PLN", "1"), StandardCharsets.UTF_8);
        String divided = books.replaceFirst("</n:DebitAmount>", """
                </n:DebitAmount>%s""".formatted(
                        analysis("A", "1", "2") + analysis("A", "2", "2") + analysis("P", "9", "3")));
        String masters = """
                </n:Header><n:Supplier><n:Name>Alone</n:Name><n:SupplierID>s</n:SupplierID></n:Supplier>
                <n:Customer><n:Name>Alone</n:Name><n:CustomerID>c</n:CustomerID></n:Customer>%s""".formatted(
                        value("A", "1") + value("A", "2") + value("P", "9") + code("2026-01-01") + code("1990-01-01"));
        String whole = divided.replace("</n:Header>", masters)
                .replaceFirst("<n:CreditAmount>", "<n:CustomerID>c</n:CustomerID><n:CreditAmount>");
        byte[] file = whole.getBytes(StandardCharsets.UTF_8);
        company.as(() -> registerParty.register(new PartyDraft(
                "Alone Bygg AS", List.of(), new Address(null, null, null, null, null, "NO"), false, true)));
        assertThat(person(() -> check.check(file)).refused())
                .extracting("rule")
                .containsExactly("entry-upload.party-unknown");
        assertThat(person(() -> takeOver.takeOver(file).unknown()).taxCodes())
                .extracting(code -> code.code() + " " + code.validFrom())
                .as("of two on the same days only the first is added")
                .containsExactly("ZZ 2026-01-01");
        ForeignBooks.Masters added = person(() -> takePartners.takeOver(file).unknown());
        assertThat(added.partners())
                .extracting(one -> one.name() + one.supplier() + one.customer())
                .containsExactly("Alonetruetrue");
        assertThat(person(() -> takePartners.takeOver(file).unknown()).partners())
                .isEmpty();
        assertThat(person(() -> unknown.in(file)).any()).isFalse();
        assertThat(person(() -> check.check(file)).sound()).isEqualTo(1);
        assertThat(new String(company.inTransaction(() -> foreign.entries(file)), StandardCharsets.UTF_8).lines())
                .extracting(line -> line.substring(line.indexOf(";100-01") + 1))
                .contains("100-01;2;;;;;1;9", "100-01;1;;;;;2;9", "100-01;1;;;;;2;", "100-01;1.00;;;;;;");
        byte[] wrong = books.replaceFirst("</n:DebitAmount>", "</n:DebitAmount>" + analysis("A", "1", "5.01"))
                .getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> person(() -> check.check(wrong)))
                .hasMessageContaining("foreign-books.analysis-differs");
        assertThatThrownBy(() -> person(() -> takeOver.takeOver("<html/>".getBytes(StandardCharsets.UTF_8))))
                .hasMessageContaining("foreign-books.form-unknown");
    }

    private static String analysis(String axis, String value, String amount) {
        return "<n:Analysis><n:AnalysisType>" + axis + "</n:AnalysisType><n:AnalysisID>" + value
                + "</n:AnalysisID><n:AnalysisAmount><n:Amount>" + amount
                + "</n:Amount></n:AnalysisAmount></n:Analysis>";
    }

    private static String value(String axis, String number) {
        return "<n:AnalysisTypeTableEntry><n:AnalysisType>" + axis + "</n:AnalysisType><n:AnalysisID>" + number
                + "</n:AnalysisID></n:AnalysisTypeTableEntry>";
    }

    private static String code(String from) {
        return "<n:TaxTableEntry><n:TaxCodeDetails><n:TaxCode>ZZ</n:TaxCode><n:EffectiveDate>" + from
                + "</n:EffectiveDate></n:TaxCodeDetails></n:TaxTableEntry>";
    }

    private static byte[] small(String currency, String entries) {
        return SMALL.formatted(currency, entries).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] cut(byte[] file) {
        return Arrays.copyOf(file, file.length - 40);
    }

    /** What the file says of partners, analysis and tax, summed from its lines. */
    private static List<String> named(byte[] file) throws Exception {
        Map<String, BigDecimal> sums = new TreeMap<>();
        NodeList lines = document(file).getElementsByTagName("n1:Line");
        for (int at = 0; at < lines.getLength(); at++) {
            Element line = (Element) lines.item(at);
            BigDecimal debit = figure(line, "n1:DebitAmount");
            BigDecimal balance = debit.subtract(figure(line, "n1:CreditAmount"));
            for (String who : List.of("n1:CustomerID", "n1:SupplierID")) {
                if (!text(line, who).isEmpty()) {
                    sums.merge("partner " + text(line, who), balance, BigDecimal::add);
                }
            }
            NodeList analyses = line.getElementsByTagName("n1:Analysis");
            for (int one = 0; one < analyses.getLength(); one++) {
                Element analysis = (Element) analyses.item(one);
                boolean whole = text(analysis, "n1:AnalysisAmount").isEmpty();
                BigDecimal part = whole ? balance.abs() : figure(analysis, "n1:AnalysisAmount");
                sums.merge(
                        text(analysis, "n1:AnalysisType") + " " + text(analysis, "n1:AnalysisID"),
                        balance.signum() < 0 ? part.negate() : part,
                        BigDecimal::add);
            }
            if (!text(line, "n1:TaxCode").isEmpty()) {
                String code = text(line, "n1:TaxCode");
                sums.merge("base " + code, balance.abs(), BigDecimal::add);
                sums.merge("tax " + code, figure(line, "n1:TaxAmount"), BigDecimal::add);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue().signum() != 0)
                .map(sum -> sum.getKey() + " " + sum.getValue().setScale(2).toPlainString())
                .toList();
    }

    /** The same from our books: lines of partners and axes, and the register of VAT. */
    private List<String> kept() {
        String partners = NUMBERS.entrySet().stream()
                .map(one -> "('" + one.getKey() + "', '" + one.getValue() + "')")
                .collect(Collectors.joining(", "));
        return company.inTransaction(() -> jdbc.sql("""
                        with sums as (
                            select 'partner ' || n.number as what, sum(l.debit - l.credit) as amount
                              from ledger.journal_line l
                              join party.tax_id t on t.party_id = l.party_id
                              join (values %s) n (number, tax_id) on n.tax_id = t.number
                             where l.company_id = :company group by 1
                             union all
                            select x.code || ' ' || v.number, sum(l.debit - l.credit)
                              from ledger.journal_line l
                             cross join lateral jsonb_each_text(l.dimensions) d
                              join ledger.axis x on x.company_id = l.company_id and x.id::text = d.key
                              join ledger.axis_value v on v.company_id = l.company_id and v.id::text = d.value
                             where l.company_id = :company group by 1
                             union all
                            select w.what || ' ' || r.tax_code, sum(w.amount)
                              from tax.vat_register_row r
                             cross join lateral (values ('base', r.base), ('tax', r.tax)) w (what, amount)
                             where r.company_id = :company group by 1)
                        select what || ' ' || round(amount, 2) from sums where amount <> 0""".formatted(partners))
                .param("company", company.id().value())
                .query(String.class)
                .list());
    }

    private static Document document(byte[] file) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(file));
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
    }

    private static BigDecimal figure(Element element, String name) {
        String text = text(element, name);
        return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
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
