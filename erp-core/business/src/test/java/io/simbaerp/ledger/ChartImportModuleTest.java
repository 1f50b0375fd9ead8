package io.simbaerp.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.chart.ChartFinding;
import io.simbaerp.ledger.chart.ChartPreview;
import io.simbaerp.ledger.chart.ChartTemplates;
import io.simbaerp.ledger.chart.ImportChart;
import io.simbaerp.page.list.XlsxFile;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Charts come in whole or not at all, from templates and tables, and go out in the form they come in. */
@ModuleTest
class ChartImportModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    ImportChart importChart;

    @Autowired
    ChartPreview preview;

    @Autowired
    ChartTemplates templates;

    @Autowired
    ChartOfAccounts chart;

    @Autowired
    WebApplicationContext web;

    MockMvc mvc;
    TestCompany company;

    @BeforeEach
    void found() {
        mvc = MockMvcBuilders.webAppContextSetup(web).build();
        company = companies.create();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pl", "ifrs"})
    void aTemplateGoesOutAndComesInAgainAsItWas(String template) throws Exception {
        byte[] file = templates.read(template);
        int added = company.as(() -> importChart.importChart(file, null));
        assertThat(added).isGreaterThan(90);
        assertThat(company.as(() -> importChart.importChart(file, null)))
                .as("those that are there stay")
                .isZero();

        for (String address : new String[] {"/ledger/chart.csv", "/ledger/chart.xlsx"}) {
            byte[] exported = perform(get(address)).andReturn().getResponse().getContentAsByteArray();
            TestCompany other = companies.create();
            assertThat(other.as(() -> preview.of(exported, null)).added()).isEqualTo(added);
            assertThat(other.as(() -> importChart.importChart(exported, null))).isEqualTo(added);
            assertThat(other.as(chart::all))
                    .as(address)
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id", "activeFrom")
                    .isEqualTo(company.as(chart::all).stream().toList());
        }
    }

    @Test
    void aSheetIsReadLineForLineAndABrokenOneRefusedInWords() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XlsxFile sheet = new XlsxFile(out, "chart");
        sheet.begin(List.of("konto", "nazwa", "typ"));
        sheet.row(Arrays.asList(BigDecimal.valueOf(401), "Zużycie; \"materiałów\"", "EXPENSE"));
        sheet.row(Arrays.asList((Object) null));
        sheet.row(Arrays.asList("402?", "Usługi", "EXPENSE"));
        sheet.end();
        ChartPreview.Preview judged = company.as(() -> preview.of(out.toByteArray(), null));
        assertThat(judged.rows().get(0).code()).isEqualTo("401");
        assertThat(judged.rows().get(0).namePl()).isEqualTo("Zużycie; \"materiałów\"");
        assertThat(judged.findings())
                .filteredOn(ChartFinding::error)
                .extracting(ChartFinding::line)
                .containsExactly(4);
        byte[] broken = Arrays.copyOf(out.toByteArray(), out.size() / 2);
        assertThatThrownBy(() -> company.as(() -> preview.of(broken, null)))
                .hasMessageContaining("chart.file-unreadable");
        assertThatThrownBy(() -> company.as(() -> preview.of(new byte[] {'P', 'K', 3, 4, 9}, null)))
                .hasMessageContaining("chart.file-unreadable");
        byte[] tooLong = EntryUploadModuleTest.longSheet();
        assertThatThrownBy(() -> company.as(() -> preview.of(tooLong, null))).hasMessageContaining("sheet.too-long");
    }

    @Test
    void whatIsLookedAtIsNotStored() throws Exception {
        perform(post("/ledger/chart/import/preview").param("template", "ifrs"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Goodwill")));
        assertThat(company.as(chart::all)).isEmpty();
        String file = Base64.getEncoder().encodeToString(templates.read("ifrs"));
        perform(post("/ledger/chart/import").param("content", file)).andExpect(status().is3xxRedirection());
        assertThat(company.as(chart::all)).hasSize(99);
        perform(get("/ledger/chart/import")).andExpect(status().isOk());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "code;name;type\\n1;A;ASSET\\n1;B;ASSET | chart.code-repeated",
                "code;name;type\\n1?;A;ASSET | account.code-wrong",
                "code;name;type\\n1;A; | chart.type-missing",
                "code;name;type;parent\\n1;A;ASSET;9 | account.parent-unknown",
                "code;name;type;parent\\n1;A;ASSET;2\\n2;B;ASSET;1 | account.below-itself",
            })
    void aTableWithAnErrorIsRefusedWhole(String table, String rule) {
        byte[] file = table.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(company.as(() -> preview.of(file, null)).findings())
                .filteredOn(ChartFinding::error)
                .extracting(ChartFinding::rule)
                .contains(rule);
        assertThatThrownBy(() -> company.as(() -> importChart.importChart(file, null)))
                .hasMessageContaining("chart.refused");
        assertThat(company.as(chart::all)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | chart.file-empty",
                "<configuration><coa> | chart.file-unreadable",
                "<configuration><coa></coa></configuration> | chart.file-empty",
                "{\"a\": | chart.file-unreadable",
                "{\"a\": 1} | chart.format-unknown",
                "numbers;words | chart.column-missing",
                "code;words | chart.column-missing",
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><coa><account code=\"1\" description=\"&e;\"/></coa> | chart.file-unreadable",
            })
    void aFileThatIsNoChartIsRefused(String file, String rule) {
        assertThatThrownBy(() -> company.as(() -> preview.of(file.getBytes(StandardCharsets.UTF_8), null)))
                .hasMessageContaining(rule);
    }

    private ResultActions perform(AbstractMockHttpServletRequestBuilder<?> request) {
        return company.asPerson(UUID.randomUUID(), () -> {
            try {
                return mvc.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
