package io.simbaerp.invoice.automation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.invoice.CodingDraft;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.money.Money;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
class AutomationPagesModuleTest {

    private static final UUID ACCOUNTANT = UUID.randomUUID();

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    private MockMvc pages;
    private TestCompany company;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        pages = MockMvcBuilders.webAppContextSetup(context).build();
        company = desk.company();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void saysWhatItWillMeasureWhileThereIsNothing(String language) throws Exception {
        assertThat(page(language))
                .contains(language.equals("pl") ? "Nie ma jeszcze czego mierzyć" : "Nothing to measure yet")
                .doesNotContain("??invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void showsTheHitRateAndTheSwitchOfEachSupplier(String language) throws Exception {
        UUID supplier = posted(3);
        String page = page(language);
        assertThat(page)
                .contains("Transwolta Logistyka")
                .contains("3 / 3")
                .contains("/coding-proposals/" + supplier + "/touchless")
                .contains(language.equals("pl") ? "Włącz" : "Switch on")
                .doesNotContain("??invoice");
    }

    @Test
    void switchesOnAndOffAgainAndSaysWhoDidIt() throws Exception {
        UUID supplier = posted(3);
        assertThat(switched(supplier, true).getStatus()).isEqualTo(302);
        assertThat(page("en")).contains("Switch off").contains(ACCOUNTANT.toString());
        assertThat(switched(supplier, false).getStatus()).isEqualTo(302);
        assertThat(page("en")).contains("Switch on");
    }

    @Test
    void saysThatItRestsAfterAnEditedPosting() throws Exception {
        UUID supplier = posted(3);
        switched(supplier, true);
        PurchaseInvoiceId edited = desk.received(
                company,
                SampleInvoice.to("PL" + company.taxId())
                        .number("FV/9")
                        .line("Transport", "105.00", "S", "23")
                        .build());
        Money net = desk.details(company, edited).net();
        CodingDraft.Line elsewhere = new CodingDraft.Line("1", "402-03", "310", "Z23", net);
        desk.coded(company, edited, ACCOUNTANT, new CodingDraft(List.of(elsewhere), null, null));
        desk.approve(company, edited);
        desk.posted(company, edited);

        assertThat(page("en")).contains("rests until 3 postings in a row").contains("Switch off");
        assertThat(page("pl")).contains("wstrzymana do 3 kolejnych");
    }

    @Test
    void refusesBeforeThreePostingsInARowAndShowsThePageWithTheSentence() throws Exception {
        UUID supplier = posted(1);
        MockHttpServletResponse refused = switched(supplier, true);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("so far there are 1");
    }

    @Test
    void isForWhoeverCodesInvoicesOnly() throws Exception {
        int status = company.asPerson(ACCOUNTANT, Set.of(Duty.VIEW_LEDGER), () -> answer(get("/coding-proposals")))
                .getStatus();
        assertThat(status).isEqualTo(403);
    }

    private UUID posted(int many) {
        UUID supplier = ACCOUNTANT;
        for (int n = 1; n <= many; n++) {
            PurchaseInvoiceId id = desk.carriedForward(
                    company,
                    SampleInvoice.to("PL" + company.taxId())
                            .number("FV/" + n)
                            .line("Transport", "10" + n + ".00", "S", "23")
                            .build());
            supplier = desk.details(company, id).supplierId();
        }
        return supplier;
    }

    private String page(String language) throws Exception {
        return company.asPerson(
                        ACCOUNTANT, () -> answer(get("/coding-proposals").locale(Locale.forLanguageTag(language))))
                .getContentAsString();
    }

    private MockHttpServletResponse switched(UUID supplier, boolean on) {
        return company.asPerson(
                ACCOUNTANT,
                () -> answer(post("/coding-proposals/{id}/touchless", supplier)
                        .param("on", String.valueOf(on))
                        .locale(Locale.ENGLISH)));
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return pages.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
