package io.simbaerp.reporting;

import static io.simbaerp.reporting.Books.POLISH;
import static io.simbaerp.reporting.Books.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.MissingDuty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.ledger.InstallChartOfAccounts;
import io.simbaerp.ledger.PostJournalEntry;
import io.simbaerp.reporting.statement.PositionDraft;
import io.simbaerp.reporting.statement.SaveLayout;
import io.simbaerp.reporting.statement.StatementLayouts;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.RequestBuilder;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A company's own layout of its statements, in place of the program's. */
@ModuleTest
class StatementLayoutsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    PostJournalEntry postEntry;

    @Autowired
    StatementLayouts layouts;

    @Autowired
    SaveLayout save;

    @Autowired
    WebApplicationContext context;

    TestCompany company;
    Books books;

    @BeforeEach
    void openTheBooks() {
        company = companies.create();
        company.as(install::install);
        books = new Books(company, postEntry, context);
        books.post("2026-10-05", "130-01 D 100.00", "703-01 C 100.00");
    }

    @Test
    void aPositionOfOnesOwnTakesItsAccountsInEveryStatement() throws Exception {
        perform(position("", "A.IV").param("code", "A.I.9").param("rule", "703-01"))
                .andExpect(status().is3xxRedirection())
                .andExpect(redirectedUrl("/reports/layouts?layout=pl&part=INCOME"));
        assertThat(figure(books.json("income-statement?layout=pl"), "A.I.9", "amount"))
                .isEqualTo("100.00");
        assertThat(figure(books.json("income-statement?layout=pl"), "A", "amount"))
                .isEqualTo("100.00");
        assertThat(layout().own()).isTrue();
        assertThat(layout().findings()).isEmpty();
        assertThat(company.as(() -> layouts.of("ifrs")).own()).isFalse();
        perform(position("A.I.9", "").param("code", "A.I.9").param("rule", "703"))
                .andExpect(status().is3xxRedirection());
        assertThat(layout().findings().toString())
                .as("703 stands there twice now")
                .contains("703-01", "A.I, A.I.9");
        books.page("/reports/layouts?layout=pl&part=INCOME", POLISH)
                .andExpect(content().string(containsString("kilka miejsc")))
                .andExpect(content().string(containsString("A.I.9")));
        books.page("/reports/layouts/position?layout=pl&part=INCOME&code=A.I.9", POLISH)
                .andExpect(content().string(containsString("Własna")));
        perform(post("/reports/layouts/position/remove")
                        .param("layout", "pl")
                        .param("version", "2")
                        .param("part", "INCOME")
                        .param("code", "A.I.9"))
                .andExpect(status().is3xxRedirection());
        assertThat(layout().own()).as("as it came with the program").isFalse();
        assertThat(layout().version()).isEqualTo(3);
    }

    @Test
    void whatIsNoLayoutIsRefusedByRowFieldAndRule() throws Exception {
        perform(position("", "").param("code", "A.I.9").param("rule", "=A.I+Q"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("statement-layout.formula-unknown")));
        perform(post("/reports/layouts/position")
                        .param("layout", "pl")
                        .param("version", "0")
                        .param("code", "A.I.9"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("statement-layout.part-wrong")));
        refused("statement-layout.code-twice", with(0, "A", "D", ""), with(1, "A", "D", ""));
        refused("statement-layout.code-wrong", with(0, "A..1", "D", ""));
        refused("statement-layout.side-wrong", with(0, "A", "X", ""));
        refused("statement-layout.rule-wrong", with(0, "A", "D", "201; drop"));
        refused("statement-layout.formula-circular", with(0, "A", "D", "=A.I"), with(1, "A.I", "D", "=A"));
        List<PositionDraft> positions = new ArrayList<>(layout().positions());
        positions.removeIf(position -> position.rule().equals("@REST"));
        assertThatThrownBy(() -> company.run(() -> save.save("pl", 0, positions)))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo("statement-layout.formula-unknown"));
        company.run(() -> save.save("pl", 0, List.of(layout().positions().toArray(PositionDraft[]::new))));
        assertThatThrownBy(() -> company.run(() -> save.save("pl", 0, List.of())))
                .isInstanceOf(Conflict.class);
        company.asPerson(UUID.randomUUID(), EnumSet.of(Duty.VIEW_LEDGER), () -> {
            assertThatThrownBy(() -> save.save("pl", 1, List.of())).isInstanceOf(MissingDuty.class);
            return null;
        });
    }

    @Test
    void aLayoutComesAndGoesAsAFile() throws Exception {
        String file = new String(books.file("/reports/layouts/export.csv?layout=pl"), StandardCharsets.UTF_8);
        assertThat(company.as(() -> layouts.read(file))).isEqualTo(layout().positions());
        String own = file.replace("CASH;A.I.1;C;Sprzedaż;", "CASH;A.I.1;C;\"Sprzedaż; własna\";");
        perform(multipart("/reports/layouts/import")
                        .file("file", own.replace("731 740\n", "731\n").getBytes(StandardCharsets.UTF_8))
                        .param("layout", "pl"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("nie ma miejsca")))
                .andExpect(content().string(containsString("Przyjmij ten układ")));
        assertThat(layout().own()).as("only looked at").isFalse();
        perform(multipart("/reports/layouts/import")
                        .file("file", "part;code\nASSETS;A\n".getBytes(StandardCharsets.UTF_8))
                        .param("layout", "pl"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("statement-layout.column-missing")));
        perform(post("/reports/layouts/import/now")
                        .param("layout", "pl")
                        .param("version", "0")
                        .param("content", own))
                .andExpect(status().is3xxRedirection());
        books.page("/reports/cash-flow?layout=pl&from=2026-01-01&to=2026-12-31", POLISH)
                .andExpect(content().string(containsString("Sprzedaż; własna")));
        perform(post("/reports/layouts/reset").param("layout", "pl").param("version", "1"))
                .andExpect(status().is3xxRedirection());
        books.page("/reports/cash-flow?layout=pl", POLISH)
                .andExpect(content().string(not(containsString("Sprzedaż; własna"))));
    }

    private StatementLayouts.LayoutView layout() {
        return company.as(() -> layouts.of("pl"));
    }

    private MockHttpServletRequestBuilder position(String was, String after) {
        return post("/reports/layouts/position")
                .param("layout", "pl")
                .param("version", String.valueOf(layout().version()))
                .param("was", was)
                .param("after", after)
                .param("part", "INCOME")
                .param("side", "C")
                .param("namePl", "Własna")
                .param("nameEn", "Own");
    }

    private record Changed(int at, PositionDraft position) {}

    private static Changed with(int at, String code, String side, String rule) {
        return new Changed(at, new PositionDraft("ASSETS", code, side, "P", "P", rule));
    }

    private void refused(String rule, Changed... changes) {
        List<PositionDraft> positions = new ArrayList<>(layout().positions());
        for (Changed change : changes) {
            positions.set(change.at(), change.position());
        }
        assertThatThrownBy(() -> company.run(() -> save.save("pl", 0, positions)))
                .isInstanceOfSatisfying(RuleViolation.class, violation -> assertThat(violation.rule())
                        .isEqualTo(rule));
    }

    private ResultActions perform(RequestBuilder request) {
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return MockMvcBuilders.webAppContextSetup(context)
                        .defaultRequest(get("/").locale(POLISH))
                        .build()
                        .perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
