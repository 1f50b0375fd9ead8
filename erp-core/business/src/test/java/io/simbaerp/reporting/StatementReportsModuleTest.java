package io.simbaerp.reporting;

import static io.simbaerp.reporting.Books.POLISH;
import static io.simbaerp.reporting.Books.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.money.Money;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;

/** Balance sheet, income statement and ageing to the grosz. */
@ModuleTest
class StatementReportsModuleTest {

    static final String CUSTOMER = "11111111-1111-4111-8111-111111111111";
    static final String OTHER_CUSTOMER = "22222222-2222-4222-8222-222222222222";
    static final String SUPPLIER = "33333333-3333-4333-8333-333333333333";

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
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WebApplicationContext context;

    TestCompany company;
    Books books;

    @BeforeEach
    void fillTheBooks() {
        company = companies.create();
        company.as(install::install);
        books = new Books(company, post, context);
        books.post("2026-01-10", "130-01 D 5000.00", "801 C 5000.00");
        books.post("2026-10-05", "201 D 1230.00 " + CUSTOMER + " 2026-10-19", "703-01 C 1000.00", "222-01 C 230.00");
        books.post("2026-10-06", "130-01 D 400.00", "201 C 400.00 " + OTHER_CUSTOMER);
        books.post("2026-10-07", "402-04 D 600.00 100", "223-01 D 138.00", "202 C 738.00 " + SUPPLIER + " 2026-08-01");
        books.post("2026-11-02", "870-01 D 36.00", "220-01 C 36.00");
    }

    @AfterEach
    void setTheClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void theBalanceSheetBalancesAndSetsNothingOff() throws Exception {
        JsonNode report = books.json("balance-sheet?on=2026-11-30&layout=pl");
        assertThat(report.path("verdict").path("good").asBoolean()).isTrue();
        assertThat(figure(report, "B.II.3.a.1", "amount"))
                .as("customers who owe")
                .isEqualTo("1230.00");
        assertThat(figure(report, "B.III.3.e", "amount"))
                .as("a customer who paid ahead")
                .isEqualTo("400.00");
        assertThat(figure(report, "B.III.3.d.1", "amount")).isEqualTo("738.00");
        assertThat(figure(report, "B.II.3.b", "amount")).as("input VAT").isEqualTo("138.00");
        assertThat(figure(report, "B.III.3.g", "amount"))
                .as("output VAT and income tax")
                .isEqualTo("266.00");
        assertThat(figure(report, "A.VI", "amount")).as("1000 - 600 - 36").isEqualTo("364.00");
        assertThat(report.path("items").findValuesAsString("name")).contains("Total assets");
        assertThat(report.toString()).contains("\"Total assets\",\"amount\":{\"amount\":\"6768.00\"");
        books.page("/reports/balance-sheet?on=2026-11-30&layout=pl&detail=true&empty=true", POLISH)
                .andExpect(content().string(containsString("Aktywa = pasywa")))
                .andExpect(content().string(containsString("udziały (akcje) własne")))
                .andExpect(content().string(containsString("account-statement?account=223-01")));
    }

    @Test
    void theIncomeStatementWorksItsFormulasOut() throws Exception {
        JsonNode report = books.json("income-statement?from=2026-01-01&to=2026-12-31");
        assertThat(figure(report, "A.I", "amount")).isEqualTo("1000.00");
        assertThat(figure(report, "B.III", "amount")).isEqualTo("600.00");
        assertThat(figure(report, "C", "amount")).isEqualTo("400.00");
        assertThat(figure(report, "I", "amount")).isEqualTo("400.00");
        assertThat(figure(report, "J", "amount")).isEqualTo("36.00");
        assertThat(figure(report, "L", "amount")).isEqualTo("364.00");
        assertThat(figure(report, "L", "before")).isEqualTo("0.00");
        assertThat(figure(books.json("income-statement?from=2026-11-01&to=2026-11-30"), "L", "amount"))
                .isEqualTo("-36.00");
        books.page("/reports/income-statement", POLISH)
                .andExpect(content().string(containsString("Zysk (strata) netto (I - J - K)")));
    }

    @Test
    void anAccountWithoutAPlaceIsNamed() throws Exception {
        assertThat(books.json("balance-sheet?layout=pl").path("notes")).isEmpty();
        books.page("/reports/balance-sheet?layout=ifrs", POLISH)
                .andExpect(content().string(containsString("nie ma miejsca w tym układzie")))
                .andExpect(content().string(containsString("/edit")));
    }

    @Test
    void whatWasSettledLaterIsOpenOnTheDay() throws Exception {
        JsonNode open = books.json("payables?on=2026-10-15");
        assertThat(open.path("items")
                        .path(0)
                        .path("values")
                        .path("to-90")
                        .path("amount")
                        .asString())
                .as("75 days late")
                .isEqualTo("738.00");
        assertThat(books.json("payables?on=2026-10-06").path("items"))
                .as("not posted yet")
                .isEmpty();
        clock.advance(Duration.ofDays(1));
        books.post("2026-11-20", "202 D 700.00 " + SUPPLIER + " 2026-11-20", "130-01 C 700.00");
        settle("700.00");
        assertThat(total(books.json("payables?on=2026-11-21"))).isEqualTo("38.00");
        assertThat(total(books.json("payables?on=2026-10-15"))).isEqualTo("738.00");
        assertThat(total(books.json("payables?on=2026-11-21&known=2026-11-20T12:00")))
                .isEqualTo("738.00");
        assertThat(total(books.json("receivables?on=2026-10-20&party=" + CUSTOMER)))
                .isEqualTo("1230.00");
        books.page("/reports/payables?on=2026-10-15&items=true", POLISH)
                .andExpect(content().string(containsString("PK/2026/000004")))
                .andExpect(content().string(containsString("/ledger/entries/")));
        books.perform("/reports/payables?party=x", POLISH).andExpect(status().isUnprocessableContent());
        assertThat(new String(books.file("/reports/payables/export.csv?on=2026-10-15"), StandardCharsets.UTF_8))
                .contains(";PLN;;;;738,00;;738,00;PLN");
    }

    @Test
    void theMonthsAreDrawnFromTheSameFigures() throws Exception {
        JsonNode report = books.json("by-month?to=2026-11-30");
        assertThat(report.path("items")).hasSize(12);
        assertThat(figure(report, "October 2026", "income")).isEqualTo("1000.00");
        assertThat(figure(report, "October 2026", "result")).isEqualTo("400.00");
        assertThat(figure(report, "December 2025", "cash")).isEqualTo("0.00");
        assertThat(figure(report, "September 2026", "cash")).isEqualTo("5000.00");
        assertThat(figure(report, "November 2026", "cash")).isEqualTo("5400.00");
        books.page("/reports", POLISH)
                .andExpect(content().string(containsString("data-chart=")))
                .andExpect(content().string(containsString("echarts.common.min.js")))
                .andExpect(content().string(containsString("1000.00,0.00")))
                .andExpect(content().string(containsString("/reports/jpk-kr-pd")));
    }

    @Test
    void theVatRegisterIsAReportToo() throws Exception {
        UUID document = UUID.randomUUID();
        company.as(installTaxCodes::install);
        company.run(() -> recordVatRegister.record(
                List.of(row(document, "1", "100.00", "23.00"), row(document, "2", "50.00", "11.50"))));
        JsonNode report = books.json("vat-register?period=2026-11&limit=1");
        assertThat(report.path("items")).hasSize(1);
        assertThat(report.path("next").asString("")).isNotEmpty();
        assertThat(figure(report, "Total", "tax")).isEqualTo("34.50");
        books.page("/reports/vat-register?period=2026-11", POLISH)
                .andExpect(content().string(containsString("/documents/" + document)));
        books.perform("/reports/vat-register?period=soon", POLISH).andExpect(status().isUnprocessableContent());
    }

    @Test
    void theFileForTheTaxOfficeSaysWhatIsInItsWay() throws Exception {
        books.page("/reports/jpk-kr-pd?from=2026-01-01&to=2026-12-31", POLISH)
                .andExpect(content().string(containsString("gotowy do złożenia")))
                .andExpect(content().string(containsString("simba.jpk.schemas")))
                .andExpect(content().string(containsString("7\u00a0404,00")));
        books.page("/reports/jpk-kr-pd?from=2025-01-01&to=2025-12-31", POLISH)
                .andExpect(content().string(containsString("niegotowy")));
        String address =
                "/reports/jpk-kr-pd/file?from=2026-01-01&to=2026-12-31&taxOffice=0202&voivodeship=x&district=x";
        books.perform(address, POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("numeru domu")));
        books.perform("/reports/jpk-kr-pd?k1=much", POLISH).andExpect(status().isUnprocessableContent());
    }

    private static VatRegisterRowDraft row(UUID document, String key, String base, String tax) {
        Money vat = Money.of(tax, "PLN");
        return new VatRegisterRowDraft(
                document,
                VatDirection.INPUT,
                "Z23",
                Money.of(base, "PLN"),
                vat,
                vat,
                "2026-11",
                null,
                UUID.fromString(SUPPLIER),
                "FV/" + key,
                LocalDate.of(2026, 11, 20),
                "purchase-invoice:" + key);
    }

    private void settle(String amount) {
        company.inTransaction(() -> jdbc.sql("""
                        insert into ledger.allocation (company_id, id, item_id, against_id, amount, against_amount,
                                                       recorded_at, recorded_by)
                        select d.company_id, :id, d.id, c.id, cast(:amount as numeric), cast(:amount as numeric), :now, 'test'
                          from ledger.open_item d, ledger.open_item c
                         where d.company_id = :company and c.company_id = :company
                           and d.party_id = :party and c.party_id = :party and d.side = 'DEBIT' and c.side = 'CREDIT'""")
                .param("id", UUID.randomUUID())
                .param("amount", amount)
                .param("now", java.sql.Timestamp.from(clock.instant()))
                .param("company", company.id().value())
                .param("party", UUID.fromString(SUPPLIER))
                .update());
    }

    private static String total(JsonNode report) {
        return report.path("totals")
                .path(0)
                .path("values")
                .path("total")
                .path("amount")
                .asString("");
    }
}
