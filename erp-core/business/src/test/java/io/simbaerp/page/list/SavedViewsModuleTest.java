package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.testing.Attack;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestDatabase;
import io.simbaerp.testing.TestReader;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Views and columns: kept per person, views shared where their owner wants it. */
@ModuleTest
class SavedViewsModuleTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestCompanies companies;

    @Autowired
    TestDatabase database;

    private MockMvc mvc;
    private TestCompany ours;
    private TestReader anna;
    private TestReader jan;

    @BeforeEach
    void begin() throws SQLException {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        ours = companies.create();
        anna = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.allOf(Duty.class));
        jan = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.allOf(Duty.class));
        ManyDocuments.fill(database, ours, 10);
    }

    @Test
    void aViewIsKeptForItsOwnerAndSeenByOthersOnlyWhereItIsShared() {
        assertThat(save(anna, "Posted ones", "state=POSTED&sort=-amount", false))
                .isEqualTo(302);
        assertThat(save(anna, "Ours together", "state=IN_PROCESS", true)).isEqualTo(302);
        assertThat(anna.page(get("/documents"), "en"))
                .contains("Posted ones", "Ours together", "href=\"/documents?state=POSTED&amp;sort=-amount\"");
        assertThat(jan.page(get("/documents"), "en")).contains("Ours together").doesNotContain("Posted ones");
        TestReader stranger = TestReader.of(mvc, companies.create(), UUID.randomUUID(), EnumSet.allOf(Duty.class));
        assertThat(stranger.page(get("/documents"), "en")).doesNotContain("Ours together");

        String page = anna.page(get("/documents?state=POSTED&sort=-amount"), "en");
        assertThat(page).containsPattern("<summary[^>]*><span class=\"cut\">Posted ones</span>");
    }

    @Test
    void theSameNameReplacesAndTheOwnerAloneRemoves() {
        save(anna, "Mine", "state=POSTED", true);
        save(anna, "Mine", "state=IN_PROCESS", true);
        String page = jan.page(get("/documents"), "en");
        assertThat(page).contains("href=\"/documents?state=IN_PROCESS\"").doesNotContain("documents?state=POSTED\"");
        UUID view = view(anna, "Mine");
        assertThat(jan.ask(post("/lists/documents/views/" + view + "/remove")).getStatus())
                .isEqualTo(404);
        assertThat(anna.ask(post("/lists/documents/views/" + view + "/remove")).getRedirectedUrl())
                .isEqualTo("/documents");
        assertThat(jan.page(get("/documents"), "en")).doesNotContain(">Mine<");
    }

    @Test
    void aListOpensWithTheChosenViewUnlessAskedOtherwise() {
        save(anna, "Posted", "state=POSTED", true);
        UUID view = view(anna, "Posted");
        assertThat(jan.ask(post("/lists/documents/views/" + view + "/standard")).getStatus())
                .isEqualTo(302);
        assertThat(jan.page(get("/documents"), "en")).contains("2 found");
        assertThat(jan.page(get("/documents?sort=-received"), "en")).contains("10 found");
        assertThat(anna.page(get("/documents"), "en")).contains("10 found");
        assertThat(jan.ask(post("/lists/parties/views/" + view + "/standard")).getStatus())
                .as("a view of another list")
                .isEqualTo(404);
        anna.ask(post("/lists/documents/views/" + view + "/remove"));
        assertThat(jan.page(get("/documents"), "en")).contains("10 found");
    }

    @Test
    void columnsAreChosenPerPersonAndStandInFilesToo() throws Exception {
        assertThat(anna.ask(post("/lists/documents/columns")
                                .param("columns", "supplier", "amount")
                                .param("query", "state=POSTED"))
                        .getRedirectedUrl())
                .isEqualTo("/documents?state=POSTED");
        assertThat(anna.ask(get("/lists/documents/export.csv")).getContentAsString())
                .startsWith("\ufeffSupplier;Amount;Currency\r\n");
        assertThat(jan.ask(get("/lists/documents/export.csv")).getContentAsString())
                .startsWith("\ufeffNumber;");
        assertThat(anna.ask(post("/lists/documents/columns").param("columns", "secret"))
                        .getStatus())
                .isEqualTo(422);
        anna.ask(post("/lists/documents/columns"));
        assertThat(anna.ask(get("/lists/documents/export.csv")).getContentAsString())
                .startsWith("\ufeffNumber;");
    }

    @Test
    void aViewIsSharedWithTheHoldersOfADutyWhoUseAndCopyItAndNeverChangeIt() throws Exception {
        assertThat(anna.ask(post("/lists/documents/views")
                                .param("name", "Payroll people")
                                .param("query", "state=POSTED")
                                .param("sharedWith", "CODE_INVOICE")
                                .param("columns", "supplier,amount"))
                        .getRedirectedUrl())
                .isEqualTo("/documents?state=POSTED&columns=supplier%2Camount");
        TestReader viewer =
                TestReader.of(mvc, ours, UUID.randomUUID(), Set.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_DOCUMENT));
        assertThat(viewer.page(get("/documents"), "en")).doesNotContain("Payroll people");
        assertThat(viewer.ask(get("/api/v1/lists/documents/views")).getContentAsString())
                .doesNotContain("Payroll people");
        assertThat(jan.page(get("/documents"), "en")).contains("Payroll people", "shared by");
        assertThat(jan.page(get("/documents?state=POSTED&columns=supplier,amount"), "en"))
                .containsPattern("<summary[^>]*><span class=\"cut\">Payroll people</span>");
        UUID view = view(anna, "Payroll people");
        assertThat(viewer.ask(post("/lists/documents/views/" + view + "/copy")).getStatus())
                .isEqualTo(404);
        assertThat(viewer.ask(post("/lists/documents/views/" + view + "/standard"))
                        .getStatus())
                .isEqualTo(404);
        assertThat(jan.ask(post("/lists/documents/views/" + view + "/remove")).getStatus())
                .isEqualTo(404);
        assertThat(jan.ask(post("/lists/documents/views/" + view + "/copy")).getStatus())
                .isEqualTo(302);
        assertThat(jan.ask(post("/lists/documents/views/" + view + "/copy")).getStatus())
                .as("there already")
                .isEqualTo(422);
        save(anna, "Payroll people", "state=IN_PROCESS", false);
        assertThat(jan.ask(get("/api/v1/lists/documents/views")).getContentAsString())
                .as("the copy stays when the original changes and is shared no more")
                .contains("Payroll people", "state=POSTED", "\"mine\":true", "\"shared\":false")
                .doesNotContain("IN_PROCESS");
        assertThat(anna.ask(post("/lists/documents/views")
                                .param("name", "Nobody")
                                .param("sharedWith", "BE_NOBODY"))
                        .getStatus())
                .isEqualTo(422);
        Attack attack = new Attack(database, ours.id());
        assertThat(attack.refusal("simba_app", "update page.list_view set owner = gen_random_uuid()"))
                .isEqualTo("list_view_stays_its_owners");
        assertThat(attack.refusal("simba_app", "update page.list_view set shared = false, shared_with = 'ADMINISTER'"))
                .isEqualTo("list_view_is_shared_with_holders_if_at_all");
    }

    @Test
    void aViewIsSharedOnlyWithTheHoldersOfADutyOneHoldsOneself() throws Exception {
        TestReader coder = TestReader.of(
                mvc,
                ours,
                UUID.randomUUID(),
                EnumSet.of(Duty.BELONG_TO_COMPANY, Duty.VIEW_DOCUMENT, Duty.CODE_INVOICE));
        String shared =
                "{\"name\": \"Coders together\", \"query\": \"state=POSTED\", \"shared\": true, \"sharedWith\": \"%s\"}";
        MockHttpServletResponse refused = coder.ask(post("/api/v1/lists/documents/views")
                .contentType("application/json")
                .content(shared.formatted("APPROVE_INVOICE")));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("list.view-duty-not-held", "sharedWith", "APPROVE_INVOICE");
        assertThat(coder.ask(post("/lists/documents/views")
                                .param("name", "Coders together")
                                .param("sharedWith", "APPROVE_INVOICE"))
                        .getStatus())
                .isEqualTo(422);
        assertThat(anna.page(get("/documents"), "en")).doesNotContain("Coders together");
        assertThat(rest(coder, "", shared.formatted("CODE_INVOICE"))).isEqualTo(201);
        assertThat(anna.page(get("/documents"), "en")).contains("Coders together");
    }

    @Test
    void programsSaveCopyAndRemoveViewsToo() throws Exception {
        assertThat(rest(anna, "", "{\"name\": \"By program\", \"query\": \"state=POSTED\", \"shared\": true}"))
                .isEqualTo(201);
        UUID view = view(anna, "By program");
        assertThat(rest(jan, "/" + view + "/copy", "{\"name\": \"My own\"}")).isEqualTo(201);
        assertThat(jan.ask(get("/api/v1/lists/documents/views")).getContentAsString())
                .contains("By program", "My own");
        assertThat(rest(jan, "/" + view + "/remove", "{}")).isEqualTo(404);
        assertThat(rest(anna, "/" + view + "/remove", "{}")).isEqualTo(204);
        assertThat(jan.ask(get("/api/v1/lists/documents/views")).getContentAsString())
                .contains("My own")
                .doesNotContain("By program");
    }

    private static int rest(TestReader reader, String path, String body) {
        return reader.ask(post("/api/v1/lists/documents/views" + path)
                        .contentType("application/json")
                        .content(body))
                .getStatus();
    }

    @Test
    void whatCannotBeKeptIsRefused() {
        assertThat(save(anna, " ", "state=POSTED", false)).isEqualTo(422);
        assertThat(save(anna, "x".repeat(61), "state=POSTED", false)).isEqualTo(422);
        assertThat(save(anna, "Long", "text=" + "x".repeat(2000), false)).isEqualTo(422);
        TestReader outsider = TestReader.of(mvc, ours, UUID.randomUUID(), Set.of(Duty.BELONG_TO_COMPANY));
        assertThat(save(outsider, "Spy", "", true)).isEqualTo(403);
    }

    private static int save(TestReader reader, String name, String query, boolean shared) {
        return reader.ask(post("/lists/documents/views")
                        .param("name", name)
                        .param("query", query)
                        .param("shared", String.valueOf(shared)))
                .getStatus();
    }

    private static UUID view(TestReader reader, String name) {
        Matcher found = Pattern.compile(name + "</span>.*?/views/([0-9a-f-]{36})/standard", Pattern.DOTALL)
                .matcher(reader.page(get("/documents"), "en"));
        assertThat(found.find()).isTrue();
        return UUID.fromString(found.group(1));
    }
}
