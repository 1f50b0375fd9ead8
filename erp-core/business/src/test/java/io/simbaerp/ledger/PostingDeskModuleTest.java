package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.party.Address;
import io.simbaerp.party.PartyDraft;
import io.simbaerp.party.PartyId;
import io.simbaerp.party.RegisterParty;
import io.simbaerp.tax.InstallTaxCodes;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** What the posting desk looks up and computes while somebody types, with and without scripts. */
@ModuleTest
class PostingDeskModuleTest {

    private static final String DESK = "/ledger/entries/new";

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    InstallTaxCodes installTaxCodes;

    @Autowired
    RegisterParty registerParty;

    @Autowired
    JournalEntries entries;

    @Autowired
    OpenItems openItems;

    @Autowired
    WebApplicationContext context;

    private MockMvc mvc;
    private TestCompany company;
    private PartyId supplier;

    @BeforeEach
    void openBooks() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        company = companyWithBooks(companies, install);
        company.as(installTaxCodes::install);
        supplier = party("Żwirownia Łęgi sp. z o.o.", "5252344078");
    }

    @Test
    void theTaxOfSeveralLinesIsComputedOncePerCode() throws Exception {
        perform(lines("/vat-lines", "402-01", "10.01", "Z23", "402-02", "20.02", "Z23"))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].account").value("223-01"))
                .andExpect(jsonPath("$[0].side").value("debit"))
                .andExpect(jsonPath("$[0].amount").value("6,91"));
    }

    @Test
    void whatMayNotBeDeductedIsCostOfTheLine() throws Exception {
        perform(lines("/vat-lines", "402-01", "100.00", "Z23-50"))
                .andExpect(jsonPath("$[0].account").value("223-01"))
                .andExpect(jsonPath("$[0].amount").value("11,50"))
                .andExpect(jsonPath("$[1].account").value("402-01"))
                .andExpect(jsonPath("$[1].amount").value("11,50"))
                .andExpect(jsonPath("$[1].vatCode").doesNotExist());
    }

    @Test
    void taxTheBuyerOwesStandsOnBothSides() throws Exception {
        perform(lines("/vat-lines", "402-01", "100.00", "WNT23"))
                .andExpect(jsonPath("$[0].account").value("223-02"))
                .andExpect(jsonPath("$[0].side").value("debit"))
                .andExpect(jsonPath("$[1].account").value("222-02"))
                .andExpect(jsonPath("$[1].side").value("credit"))
                .andExpect(jsonPath("$[1].amount").value("23,00"));
        perform(lines("/vat-lines", "402-01", "100.00", "NONE").accept(MediaType.APPLICATION_JSON))
                .andExpect(status().isUnprocessableContent())
                .andExpect(jsonPath("$.rule").value("journal-entry.vat-code-unknown"));
    }

    @Test
    void withoutScriptsTheFormComesBackWithItsTaxAndComputingAgainDoublesNothing() throws Exception {
        perform(lines("/vat", "402-01", "100.00", "Z23"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("value=\"23,00\"")))
                .andExpect(content().string(containsString("name=\"made\" value=\"true\"")));
        perform(lines("/vat", "402-01", "100.00", "Z23")
                        .param("account", "223-01")
                        .param("debit", "23,00")
                        .param("vatCode", "Z23")
                        .param("made", "", "true"))
                .andExpect(content().string(containsString("value=\"23,00\"")))
                .andExpect(content().string(not(containsString("value=\"5,29\""))));
    }

    @Test
    void aPartyIsFoundByAnyPartOfItsNameAndKnownAfterItsFirstEntry() throws Exception {
        for (String text : List.of("wirow", "legi", "Łęgi", "5252344078")) {
            perform(get(DESK + "/parties").param("text", text))
                    .andExpect(jsonPath("$[0].name").value("Żwirownia Łęgi sp. z o.o."))
                    .andExpect(jsonPath("$[0].account").value("202"));
        }
        perform(get(DESK + "/parties").param("text", "nobody"))
                .andExpect(jsonPath("$.length()").value(0));
        perform(get(DESK + "/parties")).andExpect(jsonPath("$.length()").value(0));

        perform(purchase("one", supplier.toString(), "Żwirownia Łęgi sp. z o.o."))
                .andExpect(redirectedUrl(DESK + "?journal=ZK&postingDate=2026-11-20"));

        perform(get(DESK + "/parties"))
                .andExpect(jsonPath("$[0].id").value(supplier.toString()))
                .andExpect(jsonPath("$[0].days").value(14));
        perform(get(DESK + "/habits").param("party", supplier.toString()))
                .andExpect(jsonPath("$.used['402-01']").value(1));
        perform(get(DESK + "/habits"))
                .andExpect(jsonPath("$.coded['402-01'].vatCode").value("Z23"))
                .andExpect(jsonPath("$.coded['402-01'].costCentre").value("310"));
        JournalEntries.EntryRow posted = company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 1))
                .get(0);
        assertThat(posted.narration()).isEqualTo("Żwirownia Łęgi sp. z o.o., F/1");
        assertThat(company.as(() -> openItems.ofEntry(posted.id())))
                .singleElement()
                .satisfies(item -> assertThat(item.partyId()).isEqualTo(supplier.value()));
    }

    @Test
    void theNameThatStandsThereCountsMoreThanWhatWasChosenBefore() throws Exception {
        PartyId other = party("Betoniarnia", "9542583988");
        perform(purchase("two", supplier.toString(), "Betoniarnia")).andExpect(status().is3xxRedirection());
        assertThat(company.as(() -> openItems.ofParty(other.value()))).hasSize(1);
        assertThat(company.as(() -> openItems.ofParty(supplier.value()))).isEmpty();
    }

    @Test
    void aCopyFallsDueAfterAsManyDaysAndADocumentNobodySeesIsNone() throws Exception {
        perform(purchase("three", supplier.toString(), "Żwirownia Łęgi sp. z o.o."));
        JournalEntryId entry = company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 1))
                .get(0)
                .id();
        perform(get(DESK).param("copy", entry.toString()))
                .andExpect(content().string(containsString("value=\"123,00\"")))
                .andExpect(content().string(containsString("value=\"Żwirownia Łęgi sp. z o.o.\"")))
                .andExpect(content().string(containsString("name=\"dueDate\" value=\"2026-12-04\"")));
        perform(get(DESK).param("document", UUID.randomUUID().toString())).andExpect(status().isNotFound());
        perform(purchase("four", "", "Żwirownia Łęgi sp. z o.o.")
                        .param("documentId", UUID.randomUUID().toString()))
                .andExpect(status().isNotFound());
        perform(get("/ledger/entries/" + entry).param("journal", "ZK"))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("alt+pagedown"))));
    }

    private PartyId party(String name, String taxId) {
        return company.as(() -> registerParty.register(
                new PartyDraft(name, List.of(taxId), new Address(null, null, null, "Łęgi", null, "PL"), true, false)));
    }

    private static MockHttpServletRequestBuilder purchase(String key, String partyId, String party) {
        return post(DESK)
                .param("key", key)
                .param("journal", "ZK")
                .param("kind", "ORDINARY")
                .param("postingDate", "2026-11-20")
                .param("documentNumber", "F/1")
                .param("account", "402-01", "223-01", "202")
                .param("debit", "100", "23", "")
                .param("credit", "", "", "123")
                .param("party", "", "", party)
                .param("partyId", "", "", partyId)
                .param("dueDate", "", "", "2026-12-04")
                .param("costCentre", "310", "", "")
                .param("vatCode", "Z23", "Z23", "");
    }

    /** Lines of account, debit and VAT code. */
    private static MockHttpServletRequestBuilder lines(String address, String... cells) {
        MockHttpServletRequestBuilder request =
                post(DESK + address).param("key", "tax").param("journal", "ZK").param("postingDate", "2026-11-20");
        for (int at = 0; at < cells.length; at += 3) {
            request.param("account", cells[at]).param("debit", cells[at + 1]).param("vatCode", cells[at + 2]);
        }
        return request;
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) {
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return mvc.perform(request.locale(Locale.forLanguageTag("pl")));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
