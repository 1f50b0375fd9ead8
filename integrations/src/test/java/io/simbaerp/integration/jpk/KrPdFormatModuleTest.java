package io.simbaerp.integration.jpk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.AccountType;
import io.simbaerp.ledger.AccountView;
import io.simbaerp.ledger.ChartOfAccounts;
import io.simbaerp.ledger.EntryKind;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryDraft;
import io.simbaerp.ledger.LineDraft;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.Side;
import io.simbaerp.ledger.TrialBalance;
import io.simbaerp.ledger.report.Journal;
import io.simbaerp.money.Money;
import io.simbaerp.reporting.jpk.LedgerFile;
import io.simbaerp.reporting.jpk.LedgerFileDraft;
import io.simbaerp.reporting.statement.AnnexMarkers;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import io.simbaerp.testing.Corpus;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** JPK_KR_PD of a small year: valid by the ministry's schema, its control sums those of the ledger. */
@ModuleTest
class KrPdFormatModuleTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    RecordVatRegister recordVatRegister;

    @Autowired
    LedgerFile ledgerFile;

    @Autowired
    TrialBalance trialBalance;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    AnnexMarkers markers;

    @Autowired
    WebApplicationContext context;

    @TempDir
    Path folder;

    TestCompany company;

    @BeforeEach
    void fillTheBooks() {
        company = companies.create();
        company.as(install::install);
        entry("Kapitał & <początek>", line("130-01", Side.DEBIT, "5000.00"), line("801", Side.CREDIT, "5000.00"));
        entry("Umorzenie", line("400-01", Side.DEBIT, "12.34"), line("070-04", Side.CREDIT, "12.34"));
        entry("Urząd", line("220-01", Side.DEBIT, "7.00"), line("130-01", Side.CREDIT, "7.00"));
    }

    @Test
    void theFileIsValidAndItsSumsAreTheLedgers() throws Exception {
        byte[] made = write();
        TrialBalance.Report year = company.as(() -> trialBalance.of(FIRST, LAST));
        String text = new String(made, StandardCharsets.UTF_8);
        assertThat(text)
                .contains("<C_1>3</C_1><C_2>5019.34</C_2><C_3>6</C_3><C_4>5019.34</C_4><C_5>5019.34</C_5>")
                .contains("<S_1>130-01</S_1>")
                .contains("<S_8>5000.00</S_8><S_9>7.00</S_9><S_10>4993.00</S_10><S_11>0.00</S_11>")
                .contains("<S_12_1>BAAII1d_U</S_12_1>")
                .contains("Kapitał &amp; &lt;początek&gt;")
                .contains("<K_4>12.34</K_4>");
        assertThat(year.totals().debit()).isEqualTo(Money.of("5019.34", "PLN"));
        Optional<Path> schemas = schemas();
        if (schemas.isPresent()) {
            Path file = Files.write(folder.resolve("made.xml"), made);
            KrPdFormat official = new KrPdFormat(schemas.get().toString());
            assertThat(official.checks()).isTrue();
            official.check(file);
            Files.writeString(file, text.replace("<S_12_1>BAAII1d_U</S_12_1>", "<S_12_1>NONSENSE</S_12_1>"));
            assertThatThrownBy(() -> official.check(file))
                    .isInstanceOf(RuleViolation.class)
                    .hasMessageContaining("jpk.invalid");
        }
    }

    @Test
    void anEntryOfAnInvoiceOfKsefSaysItsNumber() throws Exception {
        company.as(installTaxCodes::install);
        register(invoice("Faktura"), "5260250274-20261105-0100A0D5BE01-5C");
        register(invoice("Bez numeru"), "OFFLINE/1");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        company.as(() -> ledgerFile.write(draft(FIRST, LAST), out));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .containsOnlyOnce("<D_12>5260250274-20261105-0100A0D5BE01-5C</D_12>")
                .doesNotContain("OFFLINE");
        Optional<Path> schemas = schemas();
        if (schemas.isPresent()) {
            Path file = Files.write(folder.resolve("made.xml"), out.toByteArray());
            new KrPdFormat(schemas.get().toString()).check(file);
        }
    }

    @Test
    void thePageGivesTheFile() throws Exception {
        TestReader reader = TestReader.of(
                MockMvcBuilders.webAppContextSetup(context).build(),
                company,
                UUID.randomUUID(),
                EnumSet.allOf(Duty.class));
        String file = reader.page(
                get("/reports/jpk-kr-pd/file?from=2026-01-01&to=2026-12-31&taxOffice=0202&voivodeship=x&district=x"
                        + "&municipality=x&house=1&k1=1000,50"),
                "pl");
        assertThat(file).contains("<C_1>3</C_1><C_2>5019.34</C_2>").contains("<K_1>1000.50</K_1>");
    }

    private UUID invoice(String narration) {
        UUID document = UUID.randomUUID();
        entry(narration, document, line("220-01", Side.DEBIT, "1.00"), line("130-01", Side.CREDIT, "1.00"));
        return document;
    }

    private void register(UUID document, String ksefNumber) {
        Money hundred = Money.of("100.00", "PLN");
        Money tax = Money.of("23.00", "PLN");
        company.run(() -> recordVatRegister.record(List.of(new VatRegisterRowDraft(
                document,
                VatDirection.INPUT,
                "Z23",
                hundred,
                tax,
                tax,
                "2026-11",
                ksefNumber,
                UUID.randomUUID(),
                "FV/1",
                LAST.withMonth(11).withDayOfMonth(5),
                "key " + document))));
    }

    @Test
    void everyAccountOfOurChartHasAMarkerOfTheSchema() throws Exception {
        Optional<Path> schemas = schemas();
        String known = schemas.isPresent() ? Files.readString(schemas.get().resolve("JPK_KR_PD(1).xsd")) : null;
        for (AccountView account : company.as(chart::postable)) {
            AnnexMarkers.Pair pair = markers.of(account);
            assertThat(pair.first()).as(account.code()).isNotNull();
            if (known != null) {
                assertThat(known).contains("\"" + pair.first() + "\"");
                assertThat(pair.second() == null || known.contains("\"" + pair.second() + "\""))
                        .isTrue();
            }
            if (account.type() == AccountType.OFF_BALANCE) {
                assertThat(pair.first()).isEqualTo("INNE");
            }
        }
    }

    @Test
    void anEmptyPeriodAndAMissingSchemaAreTold() {
        assertThatThrownBy(() -> company.as(() ->
                        ledgerFile.write(draft(FIRST.minusYears(1), FIRST.minusDays(1)), new ByteArrayOutputStream())))
                .hasMessageContaining("jpk.nothing-posted");
        assertThat(new KrPdFormat("").checks()).isFalse();
        assertThat(new KrPdFormat(folder.toString()).checks()).isFalse();
    }

    private byte[] write() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Journal.Totals written = company.as(() -> ledgerFile.write(draft(FIRST, LAST), out));
        assertThat(written.lines()).isEqualTo(6);
        return out.toByteArray();
    }

    /** The schema and those it imports, under the names it imports them by. */
    private Optional<Path> schemas() throws Exception {
        Optional<Path> jpk = Corpus.folder("poland-jpk", "JPK_KR_PD by the ministry's schema");
        Optional<Path> ksef = Corpus.folder("poland-ksef", "JPK_KR_PD by the ministry's schema");
        if (jpk.isEmpty() || ksef.isEmpty()) {
            return Optional.empty();
        }
        Path current = jpk.get().resolve("xsd-current");
        for (Path file : List.of(
                current.resolve("JPK_KR_PD(1).xsd"),
                current.resolve("shims-NOT-OFFICIAL/KodyUrzedowSkarbowych_v8-0E.xsd"),
                ksef.get().resolve("xsd/FA/bazowe/StrukturyDanych_v10-0E.xsd"),
                ksef.get().resolve("xsd/FA/bazowe/ElementarneTypyDanych_v10-0E.xsd"),
                ksef.get().resolve("xsd/FA/bazowe/KodyKrajow_v10-0E.xsd"))) {
            Files.copy(file, folder.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        }
        return Optional.of(folder);
    }

    private static LedgerFileDraft draft(LocalDate from, LocalDate to) {
        Money nothing = Money.of("0.00", "PLN");
        return new LedgerFileDraft(
                from,
                to,
                false,
                "0202",
                new LedgerFileDraft.AddressParts("dolnośląskie", "bolesławiecki", "Bolesławiec", "1A"),
                List.of(nothing, nothing, nothing, Money.of("12.34", "PLN")));
    }

    private void entry(String narration, LineDraft... lines) {
        entry(narration, null, lines);
    }

    private void entry(String narration, @Nullable UUID document, LineDraft... lines) {
        LocalDate day = LocalDate.of(2026, 11, 20);
        company.as(() -> post.post(new JournalEntryDraft(
                "PK",
                day,
                day,
                day,
                "2026-11",
                EntryKind.ORDINARY,
                narration,
                document,
                null,
                UUID.randomUUID().toString(),
                List.of(lines))));
    }

    private static LineDraft line(String account, Side side, String amount) {
        return LineDraft.of(account, side, Money.of(amount, "PLN"));
    }
}
