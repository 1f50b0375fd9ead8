package io.simbaerp.reporting;

import static io.simbaerp.reporting.Books.POLISH;
import static io.simbaerp.reporting.Books.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.JournalEntryId;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Trial balance, general ledger, statement and journal to the grosz: on pages, in REST, in files. */
@ModuleTest
class BookReportsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry post;

    @Autowired
    TestClock clock;

    @Autowired
    SaveAxis saveAxis;

    @Autowired
    SaveAxisValue saveValue;

    @Autowired
    WebApplicationContext context;

    Books books;

    TestCompany company;

    JournalEntryId rent;

    @BeforeEach
    void fillTheBooks() {
        company = companies.create();
        company.as(install::install);
        books = new Books(company, post, context);
        books.post("2026-01-10", "130-01 D 5000.00", "801 C 5000.00");
        rent = books.post("2026-10-05", "402-04 D 1000.00 100", "130-01 C 1000.00");
        books.post("2026-11-03", "402-04 D 1100.50 100", "130-01 C 1100.50");
        books.post("2026-11-04", "402-04 D 300.00 200", "130-01 C 300.00");
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void theTrialBalanceHasOpeningTurnoverClosingAndAnotherDay() throws Exception {
        JsonNode report = books.json("trial-balance?from=2026-11-01&to=2026-11-30");
        assertThat(report.path("totals").path("debit").path("amount").asString())
                .isEqualTo("1400.50");
        books.page("/reports/trial-balance?from=2026-11-01&to=2026-11-30&compare=day&compareOn=2026-10-04", POLISH)
                .andExpect(content().string(containsString("Zestawienie obrotów i sald")))
                .andExpect(content().string(containsString("Wn = Ma")))
                .andExpect(content().string(containsString("Środki pieniężne i kredyty")))
                .andExpect(content().string(containsString("4\u00a0000,00")))
                .andExpect(content().string(containsString("2\u00a0599,50")))
                .andExpect(content().string(containsString("\u221248,0%")))
                .andExpect(content().string(containsString("account-statement?account=130-01&amp;from=2026-11-01")))
                .andExpect(content().string(containsString("/reports/trial-balance?compare=day")));
        String file = text("/reports/trial-balance/export.csv?from=2026-11-01&to=2026-11-30&cumulative=true");
        assertThat(file)
                .contains("Opening balance, Debit;Opening balance, Credit;Turnover, Debit")
                .contains("130-01;Current account PLN;4000,00;;;1400,50;5000,00;2400,50;2599,50;;PLN");
    }

    @Test
    void theTrialBalanceOfACostCentreHoldsItsLinesAlone() throws Exception {
        String file = text("/reports/trial-balance/export.csv?from=2026-11-01&to=2026-11-30&costCentre=100");
        assertThat(file).contains(";1000,00;;1100,50;;2100,50;;PLN").doesNotContain("130-01");
        books.perform("/reports/trial-balance?costCentre=nonsense", POLISH).andExpect(status().isNotFound());
    }

    @Test
    void figuresAreToldByValuesOfAnAxisAndByCostCentres() throws Exception {
        company.run(() -> {
            LocalDate first = LocalDate.of(2026, 1, 1);
            saveAxis.save(null, new NamedDraft("PROJECT", "Project", "Projekt", first, null));
            for (String number : List.of("P-1", "P-2")) {
                saveValue.save("PROJECT", null, new NamedDraft(number, "Bridge", "Most", first, null));
            }
        });
        books.postTo(Map.of("PROJECT", "P-1"), "2026-10-06", "402-04 D 10.00 100", "130-01 C 10.00");
        books.postTo(Map.of("PROJECT", "P-1"), "2026-11-06", "402-04 D 20.00 200", "130-01 C 20.00");
        books.postTo(Map.of("PROJECT", "P-2"), "2026-11-07", "402-04 D 40.00 100", "130-01 C 40.00");
        String month = "?from=2026-11-01&to=2026-11-30";
        assertThat(text("/reports/trial-balance-by-dimension/export.csv" + month + "&by=PROJECT"))
                .contains("P-1;402-04;", "10,00;20,00;;30,00;PLN", "P-2;402-04;", ";40,00;;40,00;PLN")
                .contains("1000,00;1400,50;;2400,50;PLN");
        assertThat(text("/reports/trial-balance-by-dimension/export.csv" + month + "&axis.PROJECT=P-1"))
                .contains("100;402-04;", "200;402-04;", ";20,00;;20,00;PLN")
                .doesNotContain("40,00");
        assertThat(text("/reports/trial-balance/export.csv" + month + "&axis.PROJECT=P-1"))
                .contains("10,00;;20,00;;30,00;;PLN");
        books.page("/reports/account-statement" + month + "&account=402-04&axis.PROJECT=P-1", POLISH)
                .andExpect(content().string(containsString("PROJECT P-1")))
                .andExpect(content().string(containsString("name=\"axis.PROJECT\"")))
                .andExpect(content().string(not(containsString("1\u00a0100,50"))));
        books.page("/reports/trial-balance-by-dimension" + month + "&by=PROJECT", Locale.ENGLISH)
                .andExpect(content().string(containsString("P-1  Bridge")))
                .andExpect(content().string(containsString("Without a value")))
                .andExpect(content().string(containsString("account=402-04&amp;axis.PROJECT=P-1")));
        for (String wrong : List.of("axis.PROJECT=P-9", "axis.CITY=X", "by=CITY")) {
            books.perform("/reports/trial-balance-by-dimension?" + wrong, POLISH)
                    .andExpect(status().isNotFound());
        }
    }

    @Test
    void whatWasRecordedLaterIsNotKnownYet() throws Exception {
        clock.advance(Duration.ofHours(2));
        books.post("2026-10-20", "409-90 D 77.00 100", "130-01 C 77.00");
        String address = "/reports/trial-balance/export.csv?from=2026-10-01&to=2026-10-31";
        assertThat(text(address)).contains("130-01;Current account PLN;5000,00;;;1077,00;3923,00;;PLN");
        assertThat(text(address + "&known=2026-11-20T11:47"))
                .contains("130-01;Current account PLN;5000,00;;;1000,00;4000,00;;PLN")
                .doesNotContain("409-90");
        JsonNode statement = books.json("account-statement?account=409-90&known=2026-11-20T10:47:00Z&to=2026-12-31");
        assertThat(statement.path("items")).hasSize(1);
        books.page("/reports/trial-balance?from=2026-10-01&to=2026-10-31&known=2026-11-20T11:47", Locale.ENGLISH)
                .andExpect(content().string(containsString("as known on 20.11.2026 11:47")));
    }

    @Test
    void theStatementGoesOnWhereItsPageEnded() throws Exception {
        String address = "account-statement?account=130-01&from=2026-10-01&to=2026-11-30&limit=2";
        JsonNode first = books.json(address);
        assertThat(first.path("items")).hasSize(3);
        assertThat(balances(first)).containsExactly("5000.00", "4000.00", "2899.50");
        assertThat(first.path("totals")).isEmpty();
        JsonNode second = books.json(address + "&after=" + first.path("next").asString());
        assertThat(balances(second)).containsExactly("2899.50", "2599.50");
        assertThat(second.path("totals")
                        .path(0)
                        .path("values")
                        .path("credit")
                        .path("amount")
                        .asString())
                .isEqualTo("2400.50");
        books.page("/reports/account-statement?account=130-01&from=2026-10-01&to=2026-11-30", POLISH)
                .andExpect(content().string(containsString("/ledger/entries/" + rent.value())))
                .andExpect(content().string(containsString("Saldo początkowe")));
        books.perform("/ledger/accounts/130-01?from=2026-10-01", POLISH)
                .andExpect(redirectedUrl("/reports/account-statement?account=130-01&from=2026-10-01"));
        books.perform("/reports/account-statement?account=nonsense", POLISH).andExpect(status().isNotFound());
    }

    @Test
    void theGeneralLedgerHasEveryAccountOnceHoweverItIsCut() throws Exception {
        String address = "general-ledger?from=2026-11-01&to=2026-11-30";
        List<String> whole = balances(books.json(address));
        assertThat(whole)
                .as("130-01, 402-04, 801: opening, lines, closing")
                .containsExactly(
                        "4000.00",
                        "2899.50",
                        "2599.50",
                        "2599.50",
                        "1000.00",
                        "2100.50",
                        "2400.50",
                        "2400.50",
                        "-5000.00",
                        "-5000.00");
        List<String> cut = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = books.json(address + "&limit=1" + after);
            page.path("items").forEach(row -> {
                if (row.path("values").has("entry")) {
                    cut.add(row.path("values").path("balance").path("amount").asString());
                }
            });
            String next = page.path("next").asString("");
            after = next.isEmpty() ? "" : "&after=" + next;
        } while (!after.isEmpty());
        assertThat(cut).containsExactly("2899.50", "2599.50", "2100.50", "2400.50");
        assertThat(balances(books.json(address + "&accounts=402"))).hasSize(4);
        books.page("/reports/general-ledger?from=2026-11-01&accounts=402,130", POLISH)
                .andExpect(content().string(containsString("Obroty i saldo konta 130-01")));
    }

    @Test
    void theJournalSumsItsTurnoverUp() throws Exception {
        JsonNode report = books.json("journal?from=2026-10-01&to=2026-11-30");
        assertThat(figure(report, "PK/2026/000004", "turnover")).isEqualTo("2400.50");
        JsonNode second = books.json("journal?from=2026-10-01&to=2026-11-30&limit=3&after="
                + books.json("journal?from=2026-10-01&to=2026-11-30&limit=3")
                        .path("next")
                        .asString());
        assertThat(figure(second, "PK/2026/000003", "turnover")).isEqualTo("2100.50");
        books.page("/reports/journal?from=2026-10-01&to=2026-11-30&journal=PK", POLISH)
                .andExpect(content().string(containsString("PK/2026/000002")))
                .andExpect(content().string(containsString("Wpis 2026-10-05")));
    }

    @Test
    void everyReportIsAFileAndAPaper() throws Exception {
        books.page("/reports", POLISH).andExpect(content().string(containsString("/reports/general-ledger")));
        for (String report : List.of(
                "trial-balance", "trial-balance-by-dimension", "general-ledger", "account-statement", "journal")) {
            String asked = "?from=2026-11-01&to=2026-11-30&account=130-01";
            try (ZipInputStream zip = new ZipInputStream(
                    new ByteArrayInputStream(books.file("/reports/" + report + "/export.xlsx" + asked)))) {
                assertThat(zip.getNextEntry()).as(report).isNotNull();
            }
            try (var paper = Loader.loadPDF(books.file("/reports/" + report + "/export.pdf" + asked))) {
                assertThat(new PDFTextStripper().getText(paper))
                        .as(report)
                        .contains("00,50")
                        .contains("130-01");
            }
        }
        books.perform("/reports/trial-balance/export.csv", POLISH)
                .andExpect(header().string("Content-Disposition", containsString("trial-balance.csv")));
    }

    @Test
    void whatCannotBeReadIsRefusedInWords() throws Exception {
        books.perform("/reports/trial-balance?from=yesterday", POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("yesterday nie jest dniem")));
        books.perform("/api/v1/reports/journal?known=soon", POLISH).andExpect(status().isUnprocessableContent());
        books.perform("/api/v1/reports/general-ledger?after=x", POLISH).andExpect(status().isUnprocessableContent());
        books.perform("/reports/trial-balance?from=2026-11-02&to=2026-11-01", POLISH)
                .andExpect(status().isUnprocessableContent());
        books.perform("/reports/nonsense", POLISH).andExpect(status().isNotFound());
        books.page("/reports/trial-balance?from=2025-01-01&to=2025-01-31", Locale.ENGLISH)
                .andExpect(content().string(containsString("Nothing to show")));
    }

    private String text(String address) throws Exception {
        return new String(books.file(address), StandardCharsets.UTF_8);
    }

    private static List<String> balances(JsonNode report) {
        List<String> balances = new ArrayList<>();
        report.path("items")
                .forEach(row -> balances.add(
                        row.path("values").path("balance").path("amount").asString()));
        return balances;
    }
}
