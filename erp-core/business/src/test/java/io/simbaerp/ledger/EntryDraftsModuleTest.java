package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import com.jayway.jsonpath.JsonPath;
import io.simbaerp.architecture.Duty;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestClock;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Unfinished entries: one person's, in no book, and ended by the entry made from them. */
@ModuleTest
class EntryDraftsModuleTest {

    private static final String DRAFTS = "/ledger/entries/drafts";
    private static final String API = "/api/v1/entry-drafts";

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    WebApplicationContext context;

    private MockMvc mvc;
    private TestCompany company;
    private TestReader typist;
    private String key;

    @BeforeEach
    void openBooks() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        company = companyWithBooks(companies, install);
        typist = reader(EnumSet.allOf(Duty.class));
        key = UUID.randomUUID().toString();
    }

    @Test
    void aDraftGoesOnAsItWasTypedAndEndsWithItsEntry() {
        assertThat(text(typist, get(DRAFTS), 200)).contains("No drafts");
        assertThat(text(typist, typed(DRAFTS, "50", "4x0"), 200)).startsWith("kept ");
        assertThat(text(typist, typed(DRAFTS, "50", "40"), 200)).startsWith("kept ");
        assertThat(text(typist, get(DRAFTS), 200)).contains("Moved", "50,00", "draft=" + key);
        assertThat(text(typist, get("/ledger/entries/new").param("draft", key), 200))
                .contains("goes on here", "value=\"40\"", "value=\"" + key + "\"");
        assertThat(posted()).isZero();

        assertThat(text(typist, typed("/ledger/entries/new", "50", "40"), 422))
                .contains("journal-entry.unbalanced", "data-draft-unkept");
        assertThat(drafts()).isEqualTo(1);
        assertThat(text(typist, typed("/ledger/entries/new", "50", "50"), 302)).isEmpty();
        assertThat(posted()).isEqualTo(1);
        assertThat(drafts()).as("drafts left behind").isZero();
        assertThat(text(typist, typed(DRAFTS, "50", "50"), 409)).contains("entry-draft.finished");
        assertThat(text(typist, get("/ledger/entries/new").param("draft", key), 404))
                .doesNotContain("Moved");
    }

    @Test
    void nobodyElseSeesChangesOrEndsIt() {
        text(typist, typed(DRAFTS, "50", "40"), 200);
        for (TestReader other : List.of(
                reader(EnumSet.allOf(Duty.class)),
                TestReader.of(mvc, companies.create(), UUID.randomUUID(), EnumSet.allOf(Duty.class)))) {
            assertThat(text(other, get(API), 200)).isEqualTo("[]");
            text(other, get(API + "/" + key), 404);
            text(other, delete(API + "/" + key), 404);
            text(other, post(API + "/" + key + "/restore"), 404);
            text(other, get("/ledger/entries/new").param("draft", key), 404);
        }
        TestReader colleague = reader(EnumSet.allOf(Duty.class));
        assertThat(text(colleague, json(put(API + "/" + key), "{\"fields\":{\"narration\":[\"Mine\"]}}"), 409))
                .contains("entry-draft.finished");
        assertThat(text(typist, get(API + "/" + key), 200)).contains("Moved").doesNotContain("Mine");
        text(reader(Set.of(Duty.VIEW_LEDGER)), get(API), 403);
    }

    @Test
    void whatIsDiscardedComesBackForAWeek() {
        text(typist, typed(DRAFTS + "/later", "50", "40"), 302);
        assertThat(text(typist, post(DRAFTS + "/" + key + "/discard"), 302)).isEmpty();
        assertThat(text(typist, get(API), 200)).isEqualTo("[]");
        assertThat(JsonPath.<String>read(
                        text(typist, post(API + "/" + key + "/restore"), 200), "$.fields.narration[0]"))
                .isEqualTo("Moved");
        text(typist, delete(API + "/" + key), 204);
        company.inTransaction(() -> jdbc.sql("update ledger.entry_draft set discarded_at = ? where id = ?")
                .params(clock.instant().minus(Duration.ofDays(8)).atOffset(ZoneOffset.UTC), UUID.fromString(key))
                .update());
        String other = UUID.randomUUID().toString();
        text(typist, json(put(API + "/" + other), "{\"fields\":{\"narration\":[\"Other\"]}}"), 200);
        text(typist, delete(API + "/" + other), 204);
        text(typist, post(API + "/" + key + "/restore"), 404);
        text(typist, post(API + "/" + other + "/restore"), 200);
    }

    @Test
    void anEmptyFormIsNoDraftAndTooMuchIsRefused() {
        assertThat(text(typist, post(DRAFTS).param("key", key).param("journal", "PK"), 200))
                .isEmpty();
        assertThat(drafts()).isZero();
        assertThat(text(typist, json(put(API + "/" + key), "{}"), 422)).contains("entry-draft.nothing-typed");
        assertThat(text(
                        typist,
                        json(put(API + "/" + key), "{\"fields\":{\"text\":[\"" + "x".repeat(200_001) + "\"]}}"),
                        422))
                .contains("entry-draft.too-long");
        company.inTransaction(() -> jdbc.sql("insert into ledger.entry_draft (company_id, id, person, fields, saved_at)"
                        + " select ?, gen_random_uuid(), ?, '{}', now() from generate_series(1, 100)")
                .params(company.id().value(), typist.acting().actor().userId().orElseThrow())
                .update());
        assertThat(text(typist, json(put(API + "/" + key), "{\"fields\":{\"text\":[\"x\"]}}"), 422))
                .contains("entry-draft.too-many");
    }

    @Test
    void aProposedEntryEndsItsDraftToo() {
        company.inTransaction(() -> jdbc.sql("insert into ledger.entry_limit (company_id, amount) values (?, 10)")
                .params(company.id().value())
                .update());
        text(typist, typed(DRAFTS, "50", "50"), 200);
        MockHttpServletResponse proposed = typist.ask(typed("/ledger/entries/new", "50", "50"));
        assertThat(proposed.getRedirectedUrl()).startsWith("/ledger/proposals/");
        assertThat(drafts()).isZero();
    }

    private MockHttpServletRequestBuilder typed(String address, String debit, String credit) {
        return post(address)
                .param("key", key)
                .param("journal", "PK")
                .param("kind", "ORDINARY")
                .param("postingDate", "2026-11-20")
                .param("narration", "Moved")
                .param("account", "130-01", "100-01")
                .param("debit", debit, "")
                .param("credit", "", credit);
    }

    private TestReader reader(Set<Duty> duties) {
        return TestReader.of(mvc, company, UUID.randomUUID(), duties);
    }

    private long posted() {
        return count("ledger.journal_entry");
    }

    private long drafts() {
        return count("ledger.entry_draft");
    }

    private long count(String table) {
        return company.inTransaction(() ->
                jdbc.sql("select count(*) from " + table).query(Long.class).single());
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static String text(TestReader reader, MockHttpServletRequestBuilder request, int status) {
        MockHttpServletResponse response =
                reader.ask(request.cookie(new jakarta.servlet.http.Cookie("simba-language", "en")));
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertThat(response.getStatus()).as(text).isEqualTo(status);
        return text;
    }
}
