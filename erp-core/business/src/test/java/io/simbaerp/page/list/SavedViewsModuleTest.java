package io.simbaerp.page.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
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
