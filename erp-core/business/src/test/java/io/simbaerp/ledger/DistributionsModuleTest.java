package io.simbaerp.ledger;

import static io.simbaerp.ledger.LedgerFixture.DAY;
import static io.simbaerp.ledger.LedgerFixture.companyWithBooks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.Distributions;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.SaveDistribution;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Keys that split lines, and the pages and resources of axes and keys. */
@ModuleTest
class DistributionsModuleTest {

    @Autowired
    TestCompanies companies;

    @Autowired
    InstallChartOfAccounts install;

    @Autowired
    SaveDistribution save;

    @Autowired
    Distributions distributions;

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

    @ParameterizedTest
    @CsvSource({
        "100.00, 33.333333 33.333334 33.333333, 33.33 33.34 33.33",
        "0.02, 40 30 30, 0.00 0.01 0.01",
        "-10.01, 50 50, -5.00 -5.01",
        "0.01, 10 90, 0.00 0.01",
        "1000000000.01, 12.5 87.5, 125000000.00 875000000.01",
    })
    void noCentIsLost(String amount, String percents, String shares) {
        List<Money> found = Distributions.share(Money.of(amount, "PLN"), numbers(percents));
        assertThat(found.stream().map(share -> share.amount().toPlainString()).toList())
                .containsExactly(shares.split(" "));
        assertThat(found.stream().reduce(Money::plus)).contains(Money.of(amount, "PLN"));
    }

    @ParameterizedTest
    @CsvSource({
        "310 60 320 30, distribution.not-a-hundred",
        "310 50 310 50, distribution.value-twice",
        "310 -10 320 110, distribution.percent-wrong",
        "310 50 999 50, journal-entry.cost-centre-unknown",
    })
    void refusesKeysThatSplitNothingWhole(String parts, String rule) {
        assertThatThrownBy(() -> company.as(() -> save.save(null, key("AREA", parts))))
                .hasMessageContaining(rule);
    }

    @Test
    void peopleAndProgramsKeepAxesAndKeysAndPostByThem() throws Exception {
        perform(form("/ledger/axes", "code=PROJECT", "namePl=Projekt", "activeFrom=2026-01-01"))
                .andExpect(status().is3xxRedirection());
        perform(form("/ledger/axes", "code=bad code", "namePl=X", "activeFrom=2026-01-01"))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("axis.code-wrong")));
        for (String number : List.of("P-1", "P-2")) {
            perform(form("/ledger/axes/PROJECT/values", "code=" + number, "namePl=Most", "activeFrom=2026-01-01"))
                    .andExpect(status().is3xxRedirection());
        }
        perform(form("/ledger/axes/PROJECT/accounts", "account=403", "rule=REQUIRED", "allowed=P-1, P-2"))
                .andExpect(status().is3xxRedirection());
        perform(
                        json(
                                post("/api/v1/distributions"),
                                "{\"named\":{\"code\":\"HALF\",\"namePl\":\"Po równo\"},\"axis\":\"PROJECT\","
                                        + "\"parts\":[{\"number\":\"P-1\",\"percent\":50},{\"number\":\"P-2\",\"percent\":50}]}"))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.parts[1].number").value("P-2"));
        perform(form(
                        "/ledger/distributions",
                        "code=AREA",
                        "namePl=Powierzchnia",
                        "partNumber=310  Transport",
                        "partPercent=66,67",
                        "partNumber=320",
                        "partPercent=33,33"))
                .andExpect(status().is3xxRedirection());
        for (String page : List.of(
                "/ledger/axes", "/ledger/axes/PROJECT", "/ledger/distributions", "/ledger/distributions?code=AREA")) {
            perform(get(page)).andExpect(status().isOk()).andExpect(content().string(not(containsString("??"))));
        }
        perform(get("/ledger/axes/PROJECT/values.csv")).andExpect(content().string(containsString("P-2")));
        perform(json(put("/api/v1/accounts/403-90/axes/PROJECT"), "{\"rule\":\"REQUIRED\"}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].rule").value("REQUIRED"));
        posts();
    }

    /** 100.01 on two projects and two cost centres: four lines, and the sum to the cent. */
    private void posts() throws Exception {
        String body = "{\"journal\":\"PK\",\"postingDate\":\"2026-11-20\",\"narration\":\"x\",\"lines\":["
                + "{\"account\":\"403-90\",\"debit\":{\"amount\":\"100.01\",\"currency\":\"PLN\"},"
                + "\"costCentre\":\"%AREA\",\"dimensions\":{\"PROJECT\":\"%HALF\"}},"
                + "{\"account\":\"100-01\",\"credit\":{\"amount\":\"100.01\",\"currency\":\"PLN\"}}]}";
        perform(json(post("/api/v1/journal-entries/preview"), body)).andExpect(status().isOk());
        perform(json(post("/api/v1/journal-entries").header("Idempotency-Key", "k1"), body))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.lines.length()").value(5))
                .andExpect(jsonPath("$.lines[0].dimensions.PROJECT").value("P-1"))
                .andExpect(jsonPath("$.lines[0].costCentre").value("310"))
                .andExpect(jsonPath("$.total.amount").value("100.01"));
        perform(form(
                        "/ledger/entries/new",
                        "key=m1",
                        "journal=PK",
                        "postingDate=2026-11-20",
                        "narration=x",
                        "account=403-90",
                        "debit=10",
                        "credit=",
                        "axis.PROJECT=P-1  Most",
                        "account=100-01",
                        "debit=",
                        "credit=10",
                        "axis.PROJECT="))
                .andExpect(status().is3xxRedirection());
        JournalEntryId last = company.as(() -> entries.list(JournalEntries.Filter.NONE, null, 5)).stream()
                .filter(row -> row.total().equals(Money.of("10.00", "PLN")))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(company.as(() -> entries.byId(last)).orElseThrow().lines())
                .extracting(JournalEntryDetails.Line::dimensions)
                .containsExactly(Map.of("PROJECT", "P-1"), Map.of());
        perform(get("/ledger/entries/" + last.value())).andExpect(content().string(containsString("PROJECT P-1")));
    }

    @Test
    void aKeyIsNamedOnlyWhereItSplits() {
        company.as(() -> save.save(null, key("AREA", "310 50 320 50")));
        LineDraft line = LedgerFixture.debit("402-90", "10");
        assertThatThrownBy(() -> company.as(
                        () -> distributions.split(List.of(line.dividedAs(null, Map.of("PROJECT", "%AREA"))), DAY)))
                .hasMessageContaining("distribution.of-other-axis");
        assertThatThrownBy(() -> company.as(() -> distributions.split(List.of(line.dividedAs("%NONE", Map.of())), DAY)))
                .hasMessageContaining("distribution.unknown");
        assertThatThrownBy(() -> company.as(() ->
                        distributions.split(List.of(line.dividedAs("%AREA", Map.of())), LocalDate.of(2019, 1, 1))))
                .hasMessageContaining("distribution.inactive");
    }

    private static DistributionDraft key(String code, String parts) {
        String[] words = parts.split(" ");
        List<DistributionDraft.Part> list = new ArrayList<>();
        for (int i = 0; i < words.length; i += 2) {
            list.add(new DistributionDraft.Part(words[i], new BigDecimal(words[i + 1])));
        }
        return new DistributionDraft(new NamedDraft(code, "Area", "", LocalDate.of(2020, 1, 1), null), null, list);
    }

    private static List<BigDecimal> numbers(String text) {
        return Arrays.stream(text.split(" ")).map(BigDecimal::new).toList();
    }

    private ResultActions perform(MockHttpServletRequestBuilder request) {
        return company.as(() -> {
            try {
                return mvc.perform(request);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static MockHttpServletRequestBuilder json(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder form(String address, String... fields) {
        MockHttpServletRequestBuilder request = post(address);
        for (String field : fields) {
            request.param(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
        }
        return request;
    }
}
