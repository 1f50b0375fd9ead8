package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static io.simbaerp.ledger.LedgerFixture.debit;
import static io.simbaerp.ledger.LedgerFixture.entry;
import static io.simbaerp.ledger.LedgerFixture.owed;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.money.Money;
import io.simbaerp.tax.InstallTaxCodes;
import io.simbaerp.tax.RecordVatRegister;
import io.simbaerp.tax.VatDirection;
import io.simbaerp.tax.VatRegisterRowDraft;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pages and REST of the books, rates and the VAT register, in both languages. */
@ModuleTest
class BooksPagesModuleTest {

    private static final Locale POLISH = Locale.forLanguageTag("pl");

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    PostJournalEntry post;

    @Autowired
    RecordVatRegister recordVatRegister;

    @Autowired
    WebApplicationContext context;

    MockMvc mvc;

    TestCompany company;

    JournalEntryId entry;

    @BeforeEach
    void postSomething() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        company = companyWithBooks(companies, install);
        entry = company.as(
                () -> post.post(entry(debit("403-90", "1542.68"), owed(UUID.randomUUID(), Side.CREDIT, "1542.68"))));
    }

    @Test
    void theEntryShowsItsLinesAndIsTakenBackFromThere() throws Exception {
        page("/ledger/entries/" + entry, Locale.ENGLISH)
                .andExpect(content().string(containsString("Trade payables")))
                .andExpect(content().string(containsString("Reverse this entry")));
        perform(
                        post("/ledger/entries/" + entry + "/reversal")
                                .param("kind", "RED_REVERSAL")
                                .param("postingDate", "2026-11-20")
                                .param("periodCode", "2026-12")
                                .param("reason", "Error"),
                        Locale.ENGLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is not in the period 2026-12")));
        perform(
                        post("/ledger/entries/" + entry + "/reversal/preview")
                                .param("kind", "BLACK_REVERSAL")
                                .param("postingDate", "2026-11-20")
                                .param("periodCode", "2026-11")
                                .param("reason", "Twice"),
                        Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("The entry that will be posted")))
                .andExpect(content().string(containsString("value=\"Twice\"")));
        page("/ledger/entries?journal=PK", Locale.ENGLISH)
                .andExpect(content().string(not(containsString("PK/2026/000002"))));
        perform(
                        post("/ledger/entries/" + entry + "/reversal")
                                .param("kind", "RED_REVERSAL")
                                .param("postingDate", "2026-11-20")
                                .param("periodCode", "2026-11")
                                .param("reason", "Error"),
                        Locale.ENGLISH)
                .andExpect(redirectedUrlPattern("/ledger/entries/*"));
        page("/ledger/entries/" + entry, Locale.ENGLISH)
                .andExpect(content().string(containsString("PK/2026/000002")))
                .andExpect(content().string(not(containsString("Reverse this entry"))));
    }

    @Test
    void entriesAndAccountsAreListed() throws Exception {
        page("/ledger/entries?journal=PK&from=2026-11-20", POLISH)
                .andExpect(content().string(containsString("PK/2026/000001")));
        page("/ledger/entries?journal=ZK", POLISH).andExpect(content().string(containsString("Brak zapisów")));
        page("/ledger/accounts", POLISH).andExpect(content().string(containsString("Rozrachunki z dostawcami")));
        page("/ledger/accounts?text=payab", Locale.ENGLISH)
                .andExpect(content().string(containsString("Trade payables")))
                .andExpect(content().string(not(containsString("Vehicles"))));
    }

    @Test
    void restTellsTheTrialBalanceAndTheEntry() throws Exception {
        perform(get("/api/v1/reports/trial-balance?from=2026-11-01&to=2026-11-30"), Locale.ENGLISH)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value("2026-11-01"))
                .andExpect(jsonPath("$.rows[0].account").value("202"))
                .andExpect(jsonPath("$.rows[0].name").value("Trade payables"))
                .andExpect(jsonPath("$.rows[0].credit.amount").value("1542.68"))
                .andExpect(jsonPath("$.rows[0].credit.currency").value("PLN"))
                .andExpect(jsonPath("$.rows[0].credit.zero").doesNotExist())
                .andExpect(jsonPath("$.rows[0].closing.amount").value("-1542.68"))
                .andExpect(jsonPath("$.totals.debit.amount").value("1542.68"))
                .andExpect(jsonPath("$.totals.closing.amount").value("0.00"));
        perform(get("/api/v1/journal-entries/" + entry), POLISH)
                .andExpect(jsonPath("$.id").value(entry.toString()))
                .andExpect(jsonPath("$.number").value("PK/2026/000001"))
                .andExpect(jsonPath("$.postingDate").value("2026-11-20"))
                .andExpect(jsonPath("$.lines[1].account").value("202"))
                .andExpect(jsonPath("$.lines[1].name").value("Rozrachunki z dostawcami"))
                .andExpect(jsonPath("$.lines[1].openItem").value(true));
        perform(get("/api/v1/journal-entries"), POLISH)
                .andExpect(jsonPath("$.items[0].id").value(entry.toString()))
                .andExpect(jsonPath("$.next").doesNotExist());
        perform(get("/api/v1/accounts?text=202"), POLISH)
                .andExpect(jsonPath("$.items[0].control").value("SUPPLIER"));
        perform(get("/api/v1/accounts/202/statement?from=2026-11-01&to=2026-11-30"), POLISH)
                .andExpect(jsonPath("$.items[0].balance.amount").value("-1542.68"));
        perform(get("/api/v1/journal-entries/" + UUID.randomUUID()), POLISH).andExpect(status().isNotFound());
    }

    @Test
    void ratesAreAddedImportedAndListed() throws Exception {
        page("/rates", POLISH).andExpect(content().string(containsString("Nie ma jeszcze kursów")));
        perform(rate("4,2735"), POLISH).andExpect(redirectedUrl("/rates"));
        perform(rate("4,3"), POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("exchange-rate.differs")));
        page("/rates?currency=EUR", POLISH).andExpect(content().string(containsString("4,2735")));
        MockMultipartFile bad = new MockMultipartFile(
                "file", "rates.csv", "text/csv", "currency;date;mid;table;source\nUSD;2026-11-19;x;t;NBP\n".getBytes());
        perform(multipart("/rates/import/preview").file(bad), POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("nie jest liczbą")));
        String csv = "currency;date;mid;table;source\nUSD;2026-11-19;3,9012;225/A/NBP/2026;NBP\n";
        perform(
                        multipart("/rates/import/preview")
                                .file(new MockMultipartFile("file", "rates.csv", "text/csv", csv.getBytes())),
                        POLISH)
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("3,9012")));
        perform(post("/rates/import").param("csv", csv), POLISH).andExpect(redirectedUrl("/rates"));
        perform(get("/rates.csv"), POLISH)
                .andExpect(content().string(containsString("USD;2026-11-19;3.9012;225/A/NBP/2026;NBP")));
        perform(get("/api/v1/exchange-rates?currency=USD"), POLISH)
                .andExpect(jsonPath("$.items[0].mid").value("3.9012"))
                .andExpect(jsonPath("$.items[0].base").value("PLN"));
        perform(
                        post("/api/v1/exchange-rates")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"currency\":\"CHF\",\"date\":\"2026-11-19\",\"mid\":\"4.5\","
                                        + "\"table\":\"225/A/NBP/2026\",\"source\":\"NBP\"}"),
                        POLISH)
                .andExpect(status().isCreated());
        perform(
                        post("/api/v1/exchange-rates")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"currency\":\"CHF\",\"date\":\"2026-11-19\",\"mid\":\"4.6\","
                                        + "\"table\":\"225/A/NBP/2026\",\"source\":\"NBP\"}"),
                        POLISH)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("exchange-rate.differs"));
    }

    @Test
    void periodsAreClosedAndOpenedAgain() throws Exception {
        page("/periods", POLISH).andExpect(content().string(containsString("2026-11")));
        perform(post("/periods/2026-11/close"), POLISH).andExpect(redirectedUrl("/periods?year=2026"));
        page("/periods", POLISH).andExpect(content().string(containsString("Otwórz ponownie")));
        perform(post("/periods/2026-11/reopen"), POLISH).andExpect(redirectedUrl("/periods?year=2026"));
        page("/periods", POLISH).andExpect(content().string(containsString("/periods/2026-11/close")));
        perform(post("/books/close").param("comment", "Koniec działalności"), POLISH);
        page("/periods", POLISH)
                .andExpect(content().string(containsString("Koniec działalności")))
                .andExpect(content().string(not(containsString("/periods/2026-11/close"))));
        page("/periods/2026-11", POLISH)
                .andExpect(content().string(containsString("nie prowadzi już ksiąg")))
                .andExpect(content().string(not(containsString("data-key=\"ctrl+enter\""))));
    }

    @Test
    void areasOfAPeriodAreLockedAndExceptionsGranted() throws Exception {
        perform(
                        post("/periods/2026-10/locks")
                                .param("whole", "OPEN")
                                .param("sales", "OPEN")
                                .param("purchases", "CLOSED")
                                .param("bank", "SOFT_CLOSED")
                                .param("general", "OPEN")
                                .param("vat", "OPEN"),
                        POLISH)
                .andExpect(redirectedUrl("/periods/2026-10"));
        page("/periods", POLISH).andExpect(content().string(containsString("Zamknięty wstępnie")));
        perform(
                        post("/periods/2026-10/exceptions")
                                .param("area", "PURCHASES")
                                .param("lastDay", "2026-11-22")
                                .param("reason", "Spóźniona faktura"),
                        POLISH)
                .andExpect(redirectedUrl("/periods/2026-10"));
        page("/periods/2026-10", POLISH).andExpect(content().string(containsString("Spóźniona faktura")));
        perform(
                        post("/periods/2026-10/exceptions")
                                .param("lastDay", "2027-11-22")
                                .param("reason", "Zbyt długo"),
                        POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("period-exception.too-long")));
        perform(
                        put("/api/v1/fiscal-periods/2026-10/locks")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"whole\":\"CLOSED\",\"areas\":{\"VAT\":\"CLOSED\"}}"),
                        POLISH)
                .andExpect(jsonPath("$.whole").value("CLOSED"))
                .andExpect(jsonPath("$.areas.VAT").value("CLOSED"));
    }

    @Test
    void programsGrantExceptionsAndTakeThemBack() throws Exception {
        String address = "/api/v1/fiscal-periods/2026-10/exceptions";
        String wanted = "{\"area\":\"PURCHASES\",\"endsAt\":\"2026-11-22T10:00:00Z\",\"reason\":\"Late invoice\"}";
        perform(post(address).contentType(MediaType.APPLICATION_JSON).content(wanted), POLISH)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.inForce").value(true))
                .andExpect(jsonPath("$.area").value("PURCHASES"));
        String list = perform(get(address), POLISH)
                .andExpect(jsonPath("$.items.length()").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = list.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        perform(delete("/api/v1/fiscal-periods/2026-11/exceptions/" + id), POLISH)
                .andExpect(status().isNotFound());
        perform(delete(address + "/" + id), POLISH).andExpect(status().isNoContent());
        perform(get(address), POLISH)
                .andExpect(jsonPath("$.items[0].inForce").value(false))
                .andExpect(jsonPath("$.items[0].revokedAt").exists());
        perform(post(address).contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"x\"}"), POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("period-exception.end-missing"));
        perform(get("/api/v1/fiscal-periods/2031-01/exceptions"), POLISH).andExpect(status().isNotFound());
    }

    @Test
    void yearsAreLaidOutAndLocked() throws Exception {
        perform(
                        post("/fiscal-years")
                                .param("code", "2028")
                                .param("firstDay", "2028-01-01")
                                .param("lastDay", "2028-12-31")
                                .param("closingPeriods", "1"),
                        POLISH)
                .andExpect(redirectedUrl("/periods?year=2028"));
        page("/periods?year=2028", POLISH).andExpect(content().string(containsString("2028-C1")));
        perform(post("/fiscal-years/2025/lock").param("comment", "2025"), POLISH)
                .andExpect(redirectedUrl("/periods?year=2025"));
        page("/periods?year=2025", POLISH).andExpect(content().string(containsString("zamknięty ostatecznie")));
        page("/periods/2025-11", POLISH).andExpect(content().string(containsString("zamknięty ostatecznie")));
    }

    @Test
    void accountsAreAddedAndChanged() throws Exception {
        page("/ledger/accounts/new", POLISH).andExpect(content().string(containsString("JPK_KR_PD")));
        perform(account("130-88").param("currency", "USD"), POLISH)
                .andExpect(redirectedUrl("/ledger/accounts?text=130-88"));
        page("/ledger/accounts?text=130-88", POLISH).andExpect(content().string(containsString("USD")));
        page("/ledger/accounts/130-88/edit", POLISH).andExpect(content().string(containsString("130-88")));
        perform(account("130-89").param("currency", "ZZZ"), POLISH)
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("account.currency-unknown")));
        perform(
                        put("/api/v1/accounts/130-88")
                                .contentType(MediaType.APPLICATION_JSON)
                                .content("{\"namePl\":\"Dolary\",\"type\":\"ASSET\",\"normalSide\":\"DEBIT\","
                                        + "\"parent\":\"130\",\"activeFrom\":\"2026-01-01\",\"version\":0}"),
                        POLISH)
                .andExpect(jsonPath("$.nameEn").value("Dolary"))
                .andExpect(jsonPath("$.version").value(1));
        perform(
                        post("/ledger/accounts/130-88")
                                .param("namePl", "Franki")
                                .param("type", "ASSET")
                                .param("normalSide", "DEBIT")
                                .param("activeFrom", "2026-01-01")
                                .param("version", "0"),
                        POLISH)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("account.changed-meanwhile")))
                .andExpect(content().string(containsString("value=\"Franki\"")))
                .andExpect(content().string(containsString("Zapisano w międzyczasie: Dolary")))
                .andExpect(content().string(containsString("name=\"version\" value=\"1\"")));
    }

    private static AbstractMockHttpServletRequestBuilder<?> account(String code) {
        return post("/ledger/accounts")
                .param("code", code)
                .param("namePl", "Rachunek")
                .param("type", "ASSET")
                .param("normalSide", "DEBIT")
                .param("parent", "130")
                .param("activeFrom", "2026-01-01");
    }

    @Test
    void theVatRegisterShowsItsPeriod() throws Exception {
        company.as(installTaxCodes::install);
        company.run(() -> recordVatRegister.record(List.of(new VatRegisterRowDraft(
                UUID.randomUUID(),
                VatDirection.INPUT,
                "Z23",
                Money.of("100.00", "PLN"),
                Money.of("23.00", "PLN"),
                Money.of("23.00", "PLN"),
                "2026-11",
                null,
                UUID.randomUUID(),
                "FV/77/2026",
                DAY,
                "purchase-invoice:77"))));
        page("/tax/register?period=2026-11", POLISH)
                .andExpect(content().string(containsString("FV/77/2026")))
                .andExpect(content().string(containsString("K_42 K_43")));
        page("/tax/register?period=2026-10&direction=OUTPUT", Locale.ENGLISH)
                .andExpect(content().string(containsString("Nothing in this period")));
        perform(get("/api/v1/vat-register?period=2026-11"), POLISH)
                .andExpect(jsonPath("$.items[0].tax.amount").value("23.00"));
        perform(get("/api/v1/tax-codes"), POLISH)
                .andExpect(jsonPath("$.items.length()").value(31));
    }

    private static AbstractMockHttpServletRequestBuilder<?> rate(String mid) {
        return post("/rates")
                .param("currency", "eur")
                .param("date", "2026-11-19")
                .param("mid", mid)
                .param("table", "225/A/NBP/2026")
                .param("source", "NBP");
    }

    private ResultActions page(String address, Locale language) throws Exception {
        return perform(get(address), language)
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("??"))))
                .andExpect(content().string(not(containsString(" style="))));
    }

    private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request, Locale language) {
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return mvc.perform(request.locale(language));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
