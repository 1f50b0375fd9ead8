package io.simbaerp.invoice.booking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.util.Locale;
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

/** Reversing an invoice from its page: what will happen, the reason, and the history afterwards. */
@ModuleTest
class InvoiceReversalPagesModuleTest {

    private static final UUID ACCOUNTANT = UUID.randomUUID();

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    private MockMvc pages;
    private TestCompany company;
    private InvoiceDetails invoice;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        pages = MockMvcBuilders.webAppContextSetup(context).build();
        company = desk.company();
        invoice = desk.details(
                company,
                desk.carriedForward(
                        company,
                        SampleInvoice.to("PL" + company.taxId())
                                .line("Transport", "100.00", "S", "23")
                                .build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void saysWhatWillHappenBeforeItDoes(String language) throws Exception {
        String page = page("/documents/" + invoice.documentId() + "/reversal", language);
        assertThat(page)
                .contains(language.equals("pl") ? "Stornuj i dekretuj ponownie" : "Reverse and code again")
                .contains("/ledger/entries/" + invoice.journalEntryId())
                .doesNotContain("??");
        assertThat(page("/documents/" + invoice.documentId(), language))
                .contains("/documents/" + invoice.documentId() + "/reversal");
    }

    @Test
    void asksForTheReasonAndShowsItAfterwards() throws Exception {
        MockHttpServletResponse refused = reversed(" ");
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("Say why the invoice is reversed.");

        MockHttpServletResponse done = reversed("Wrong cost centre");
        assertThat(done.getStatus()).isEqualTo(302);
        assertThat(done.getRedirectedUrl()).isEqualTo("/documents/" + invoice.documentId());
        assertThat(page("/documents/" + invoice.documentId(), "en")).contains("Taken back before");
        assertThat(page("/documents/" + invoice.documentId() + "/reversal", "en"))
                .contains("Wrong cost centre", "This invoice is not in the books")
                .contains("/ledger/entries/" + invoice.journalEntryId());
        assertThat(reversed("Again").getStatus()).isEqualTo(422);
    }

    private MockHttpServletResponse reversed(String reason) {
        return company.asPerson(
                ACCOUNTANT,
                () -> answer(post("/documents/{id}/reversal", invoice.documentId())
                        .param("kind", "RED_REVERSAL")
                        .param("postingDate", "2026-11-21")
                        .param("period", "2026-11")
                        .param("reason", reason)
                        .locale(Locale.ENGLISH)));
    }

    private String page(String path, String language) throws Exception {
        return company.asPerson(ACCOUNTANT, () -> answer(get(path).locale(Locale.forLanguageTag(language))))
                .getContentAsString();
    }

    private MockHttpServletResponse answer(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return pages.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
