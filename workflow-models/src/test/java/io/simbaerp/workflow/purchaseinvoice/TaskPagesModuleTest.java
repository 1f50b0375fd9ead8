package io.simbaerp.workflow.purchaseinvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.invoice.PurchaseInvoiceDraft;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.task.TaskSelection;
import io.simbaerp.task.TaskView;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** A person works through an invoice on the pages: each task shows its form, and posting the form as it is carries on. */
@ModuleTest
class TaskPagesModuleTest {

    private static final Pattern FIELD = Pattern.compile(
            "<(?:input|select|textarea)[^>]*\\sname=\"([^\"]+)\"[^>]*?(?:\\svalue=\"([^\"]*)\")?[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\svalue=\"([^\"]*)\"");

    @Autowired
    Business business;

    private final MockMvc web;
    private final UUID accountant = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private TestCompany company;

    @Autowired
    TaskPagesModuleTest(WebApplicationContext context) {
        this.web = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeEach
    void makeCompany() {
        company = business.companies.create();
        company.run(() -> {
            business.installChart.install();
            business.installTaxCodes.install();
        });
    }

    @Test
    void everyTaskOfAnInvoiceHasItsPageInBothLanguagesAndItsFormCarriesOn() {
        DocumentId first = receive(ours());
        carryOn(accountant, first, "Task_DecideSupplier");
        carryOn(accountant, first, "Task_CodeInvoice");
        carryOn(manager, first, "Task_ApproveInvoice");
        assertThat(state(first)).isEqualTo(DocumentState.POSTED);

        DocumentId again = receive(ours());
        carryOn(accountant, again, "Task_DecideDuplicate");

        DocumentId foreign = receive(SampleInvoice.to("PL1234563218")
                .currency("EUR")
                .seller("Hanzavia Spedition GmbH", "DE811907980", "DE")
                .line("Fracht", "2615.00", "AE", "0"));
        carryOn(accountant, foreign, "Task_DecideBuyer");
        carryOn(accountant, foreign, "Task_DecideSupplier");
        company.run(business::addRates);
        carryOn(accountant, foreign, "Task_ProvideRate");
        assertThat(task(foreign).key()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void aCodingMadeForAnEarlierVersionIsRefusedOnceWithWhatWasEntered() {
        DocumentId document = receive(ours());
        carryOn(accountant, document, "Task_DecideSupplier");
        TaskView task = task(document);
        String seen = text(call(accountant, get("/tasks/" + task.id())));
        MockHttpServletResponse corrected = call(
                accountant,
                put("/api/v1/documents/" + document + "/invoice/receipt")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"receivedOn\": \"2026-11-19\", \"reason\": \"Stempel\"}"));
        assertThat(corrected.getStatus()).as(text(corrected)).isEqualTo(200);

        MockHttpServletResponse stale = call(accountant, form(task, seen).param("comment", "Po rozmowie"));
        String again = text(stale);
        assertThat(stale.getStatus()).as(again).isEqualTo(409);
        assertThat(again).contains("invoice.version-stale", "Po rozmowie");
        assertThat(task(document).id()).isEqualTo(task.id());

        MockHttpServletResponse decided = call(accountant, form(task, again));
        assertThat(decided.getStatus()).as(text(decided)).isEqualTo(302);
    }

    private SampleInvoice ours() {
        return SampleInvoice.to("PL" + company.taxId()).line("Transport krajowy", "8600.00", "S", "23");
    }

    private DocumentId receive(SampleInvoice sample) {
        DocumentView document = business.document(company);
        company.as(() -> business.register.register(new PurchaseInvoiceDraft(
                document.id(), sample.build(), List.of(), LocalDate.of(2026, 11, 20), null, document.sha256())));
        business.dueJobs.run();
        return document.id();
    }

    private void carryOn(UUID person, DocumentId document, String key) {
        TaskView task = task(document);
        assertThat(task.key()).isEqualTo(key);
        String page = "";
        for (String language : List.of("en", "pl")) {
            MockHttpServletResponse response =
                    call(person, get("/tasks/" + task.id()).cookie(new Cookie("simba-language", language)));
            page = text(response);
            assertThat(response.getStatus()).as(page).isEqualTo(200);
            assertThat(page).as(key + " in " + language).doesNotContain("??", " style=", "onclick");
            assertThat(page).contains("FV/2026/11/0417", "name=\"outcome\"");
        }
        MockHttpServletResponse decided = call(person, form(task, page));
        assertThat(decided.getStatus()).as(text(decided)).isEqualTo(302);
        business.dueJobs.run();
    }

    /** The page's form as it stands there. */
    private static MockHttpServletRequestBuilder form(TaskView task, String page) {
        MockHttpServletRequestBuilder form = post("/tasks/" + task.id() + "/complete")
                .param("outcome", task.outcomes().get(0));
        String fields = page.substring(
                page.indexOf("id=\"task-form\""), page.indexOf("</form>", page.indexOf("id=\"task-form\"")));
        for (MatchResult field : FIELD.matcher(fields).results().toList()) {
            if (field.group().startsWith("<input") && !field.group(1).equals("_csrf")) {
                var value = VALUE.matcher(field.group());
                form.param(field.group(1), value.find() ? value.group(1).replace("&quot;", "\"") : "");
            }
        }
        return form;
    }

    private TaskView task(DocumentId document) {
        return company.as(() -> business.tasks
                        .list(TaskSelection.ofDocument(document.value()))
                        .items())
                .get(0);
    }

    private DocumentState state(DocumentId document) {
        return company.as(() -> business.documents.byId(document)).orElseThrow().state();
    }

    private MockHttpServletResponse call(UUID person, MockHttpServletRequestBuilder request) {
        return company.asPerson(
                person,
                person.equals(manager)
                        ? PurchaseInvoiceApprovalModuleTest.MANAGER
                        : PurchaseInvoiceApprovalModuleTest.ACCOUNTANT,
                () -> {
                    try {
                        return web.perform(request).andReturn().getResponse();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                });
    }

    private static String text(MockHttpServletResponse response) {
        return new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
