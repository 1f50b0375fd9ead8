package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Entries typed by hand or sent by a program: judged first, posted once. */
@ModuleTest
class ManualEntryModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    JournalEntries entries;

    @Autowired
    WebApplicationContext context;

    MockMvc mvc;
    TestCompany company;

    @BeforeEach
    void openBooks() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        company = companyWithBooks(companies, install);
    }

    @Test
    void anEntryIsJudgedBeforeItIsPostedAndPostedOnce() throws Exception {
        perform(get("/ledger/entries/new"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("130-01 Rachunek bie")))
                .andExpect(content().string(not(containsString("??"))));
        perform(typed("/ledger/entries/new/preview", "1 250,50", "1250.50"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("note good")));
        assertThat(posted()).isZero();
        perform(typed("/ledger/entries/new", "1 250,50", "1250.50")).andExpect(status().is3xxRedirection());
        perform(typed("/ledger/entries/new", "1 250,50", "1250.50")).andExpect(status().is3xxRedirection());
        assertThat(posted()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "10, 20, journal-entry.unbalanced",
        "ten, 10, journal-entry.amount-unreadable",
        "10.001, 10.001, journal-entry.amount-unrounded",
        "-10, -10, journal-entry.negative-line",
    })
    void whatIsWrongIsSaidAboveTheForm(String debit, String credit, String rule) throws Exception {
        for (String address : new String[] {"/ledger/entries/new/preview", "/ledger/entries/new"}) {
            perform(typed(address, debit, credit))
                    .andExpect(status().isUnprocessableContent())
                    .andExpect(content().string(containsString(rule)))
                    .andExpect(content().string(containsString("Wyciąg 1")));
        }
        assertThat(posted()).isZero();
    }

    @Test
    void aProgramPostsWithAKeyOfItsOwn() throws Exception {
        String entry = """
                {"journal": "PK", "postingDate": "2026-11-18", "documentDate": "2026-11-17", "operationDate": "2026-11-16",
                 "narration": "Wyciąg 2", "documentNumber": "WB/2",
                 "lines": [{"account": "100-01", "debit": {"amount": "12.30", "currency": "PLN"}},
                           {"account": "130-01", "credit": {"amount": "12.30", "currency": "PLN"}}]}""";
        perform(json("/api/v1/journal-entries/preview", entry, null))
                .andExpect(jsonPath("$.total.amount").value("12.30"));
        assertThat(posted()).isZero();
        perform(json("/api/v1/journal-entries", entry, null))
                .andExpect(jsonPath("$.rule").value("journal-entry.key-missing"));
        perform(json("/api/v1/journal-entries", entry, "a-1"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.operationDate").value("2026-11-16"))
                .andExpect(jsonPath("$.documentDate").value("2026-11-17"))
                .andExpect(jsonPath("$.postingDate").value("2026-11-18"))
                .andExpect(jsonPath("$.period").value("2026-11"));
        perform(json("/api/v1/journal-entries", entry, "a-1")).andExpect(status().isCreated());
        assertThat(posted()).isEqualTo(1);
        perform(json("/api/v1/journal-entries", entry.replace("12.30", "12.40"), "a-1"))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.rule").value("journal-entry.key-used-otherwise"));
        perform(json("/api/v1/journal-entries/preview", entry.replace("\"credit\"", "\"debit\""), null))
                .andExpect(jsonPath("$.rule").value("journal-entry.unbalanced"));
    }

    private int posted() {
        return company.as(() -> entries.list(new JournalEntries.Filter(null, null, null), null, 10))
                .size();
    }

    private static MockHttpServletRequestBuilder typed(String address, String debit, String credit) {
        return post(address)
                .param("key", "one-form")
                .param("journal", "PK")
                .param("kind", "ORDINARY")
                .param("postingDate", "2026-11-20")
                .param("narration", "Wyciąg 1")
                .param("account", "100-01  Kasa", "130-01", "")
                .param("debit", debit, "", "")
                .param("credit", "", credit, "");
    }

    private static MockHttpServletRequestBuilder json(String address, String body, @Nullable String key) {
        MockHttpServletRequestBuilder request =
                post(address).contentType(MediaType.APPLICATION_JSON).content(body);
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) {
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return mvc.perform(request.locale(java.util.Locale.forLanguageTag("pl")));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
