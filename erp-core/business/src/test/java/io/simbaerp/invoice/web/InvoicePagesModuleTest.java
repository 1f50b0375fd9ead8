package io.simbaerp.invoice.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.approval.RequestApproval;
import io.simbaerp.architecture.Conflict;
import io.simbaerp.architecture.Duty;
import io.simbaerp.architecture.RuleViolation;
import io.simbaerp.architecture.Subject;
import io.simbaerp.invoice.ApprovalFacts;
import io.simbaerp.invoice.CodePurchaseInvoice;
import io.simbaerp.invoice.CodingDraft;
import io.simbaerp.invoice.InvoiceDesk;
import io.simbaerp.invoice.PostOutcome;
import io.simbaerp.invoice.PurchaseInvoiceId;
import io.simbaerp.invoice.SampleInvoice;
import io.simbaerp.invoice.coding.CodableLine;
import io.simbaerp.invoice.content.InvoiceDetails;
import io.simbaerp.invoice.received.PolishSample;
import io.simbaerp.invoice.received.ReceivedInvoice;
import io.simbaerp.ledger.dimension.DistributionDraft;
import io.simbaerp.ledger.dimension.NamedDraft;
import io.simbaerp.ledger.dimension.SaveAxis;
import io.simbaerp.ledger.dimension.SaveAxisValue;
import io.simbaerp.ledger.dimension.SaveDistribution;
import io.simbaerp.task.OpenTask;
import io.simbaerp.task.OpenTaskView;
import io.simbaerp.task.TaskCompletion;
import io.simbaerp.task.TaskDraft;
import io.simbaerp.task.TaskFacts;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompany;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The forms about invoices as people see them, inside the page of their task. */
@ModuleTest
class InvoicePagesModuleTest {

    private static final UUID ACCOUNTANT = UUID.randomUUID();
    private static final UUID MANAGER = UUID.randomUUID();

    private final InvoiceDesk desk = new InvoiceDesk();

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    WebApplicationContext context;

    @Autowired
    OpenTask openTask;

    @Autowired
    InvoiceTaskForm form;

    @Autowired
    SaveAxis saveAxis;

    @Autowired
    SaveAxisValue saveValue;

    @Autowired
    SaveDistribution saveKey;

    @Autowired
    CodePurchaseInvoice code;

    @Autowired
    ApprovalFacts approvalFacts;

    @Autowired
    RequestApproval requestApproval;

    private MockMvc pages;

    @BeforeEach
    void setUp() {
        beans.autowireBean(desk);
        pages = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void showsTheProposedCodingBesideTheInvoice(String language) {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());
        desk.answerAll(company, id);

        String page = page(company, task(company, id, "coding", Duty.CODE_INVOICE, "send", "reject"), language);

        assertThat(page)
                .contains("Transport krajowy")
                .contains("value=\"402-90\"")
                .contains("value=\"Z23\"")
                .contains("invoice-line-2")
                .contains("223-01")
                .contains(language.equals("pl") ? "Dekretacja" : "Coding")
                .doesNotContain("??invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void codesToTheAxesOfTheCompanyAndTellsAnApprover(String language) {
        TestCompany company = desk.company();
        LocalDate first = LocalDate.of(2026, 1, 1);
        company.run(() -> {
            saveAxis.save(null, new NamedDraft("PROJECT", "Project", "Projekt", first, null));
            saveValue.save("PROJECT", null, new NamedDraft("P-1", "Bridge", "Most", first, null));
            saveKey.save(
                    null,
                    new DistributionDraft(
                            new NamedDraft("ALL", "All", "Całość", first, null),
                            "PROJECT",
                            List.of(new DistributionDraft.Part("P-1", new BigDecimal("100")))));
        });
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());
        desk.answerAll(company, id);

        assertThat(page(company, task(company, id, "coding", Duty.CODE_INVOICE, "send", "reject"), language))
                .contains(language.equals("pl") ? "<th class=\"coding-centre\">Projekt" : ">Project</th>")
                .contains("name=\"axis.PROJECT\"", "id=\"coding-axis-PROJECT\"", "value=\"P-1\"", "value=\"%ALL\"")
                .doesNotContain("??invoice");

        List<CodingDraft.Line> lines = CodableLine.of(desk.details(company, id).invoice()).stream()
                .map(line ->
                        new CodingDraft.Line(line.key(), "409-01", "310", Map.of("PROJECT", "%ALL"), "Z23", line.net()))
                .toList();
        company.run(() -> code.code(id, new CodingDraft(lines, null, null)));
        assertThat(page(
                        company,
                        task(company, id, "approval", Duty.APPROVE_INVOICE, "approve", "return", "reject"),
                        language))
                .contains(">PROJECT P-1<", "PROJECT %ALL", language.equals("pl") ? "Część pozycji" : "Share of line")
                .doesNotContain("??invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void showsAnApproverEveryFieldTheApprovalBindsTo(String language) {
        TestCompany company = desk.company();
        desk.carriedForward(
                company, invoice(company).number("FV/1").issued("2026-10-02").build());
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());
        desk.answerAll(company, id);
        desk.coded(company, id, ACCOUNTANT, null);

        String page = page(
                company, task(company, id, "approval", Duty.APPROVE_INVOICE, "approve", "return", "reject"), language);

        assertThat(page)
                .contains("PL61109010140000071219812874")
                .contains(desk.details(company, id).originalSha256())
                .contains("402-90")
                .contains(language.equals("pl") ? "Poprzednio" : "Last time")
                .doesNotContain("??invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pl"})
    void showsAllAStructuredInvoiceSays(String language) {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, PolishSample.correction());
        desk.answerAll(company, id);

        String page = page(company, task(company, id, "coding", Duty.CODE_INVOICE, "send", "reject"), language);

        assertThat(page)
                .contains(language.equals("pl") ? "Faktura korygująca" : "Correcting invoice")
                .contains(language.equals("pl") ? "Mechanizm podzielonej płatności" : "Split payment")
                .contains("invoice-line-1-before", "FV/1", "5260250274-20261103-010080615740-E4", "kaucja", "barwa")
                .contains("data-value=\"10.00\"")
                .doesNotContain("??invoice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"buyer", "supplier", "duplicate", "rate"})
    void showsEachQuestionWithItsWaysOut(String question) {
        TestCompany company = desk.company();
        ReceivedInvoice first = invoice(company).build();
        desk.received(company, first);
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());

        UUID task = task(company, id, question, Duty.CODE_INVOICE, "yes", "no");

        assertThat(page(company, task, "en")).contains("Ways out").doesNotContain("??invoice");
        assertThat(page(company, task, "pl")).contains("Możliwości").doesNotContain("??invoice");
    }

    @Test
    void showsARefusedCodingAgainAsItWasEntered() throws Exception {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());
        desk.answerAll(company, id);
        UUID task = task(company, id, "coding", Duty.CODE_INVOICE, "send", "reject");

        String page = company.asPerson(
                ACCOUNTANT,
                () -> answer(post("/tasks/{id}/complete", task)
                        .param("outcome", "send")
                        .param("line", "1", "2")
                        .param("account", "402-03", "999-99")
                        .param("costCentre", "310", "310")
                        .param("taxCode", "Z23", "Z23")
                        .param("net", "8 600,00", "1 200,00")));

        assertThat(page)
                .contains("value=\"999-99\"")
                .contains("value=\"402-03\"")
                .contains("There is no account 999-99");
    }

    @Test
    void showsACreditNoteOnPaper() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(
                company, invoice(company).creditNote().number("KOR/1").build());

        String page = company.asPerson(
                MANAGER,
                () -> answer(get("/documents/{id}", desk.details(company, id).documentId())));

        assertThat(page).contains("Credit note").contains("KOR/1").contains("To be credited");
    }

    @Test
    void refusesTheApprovalOfWhoeverCodedTheInvoice() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());
        desk.answerAll(company, id);
        desk.coded(company, id, ACCOUNTANT, null);
        Subject subject = new Subject("purchase-invoice", id.value());
        String hash = company.as(() -> approvalFacts.of(id)).contentHash();
        company.run(() -> requestApproval.request(subject, List.of(Duty.APPROVE_INVOICE), hash));
        OpenTaskView task = approvalTask(subject);

        assertThatThrownBy(() -> company.asPerson(ACCOUNTANT, () -> decide(task, "approve", null, hash)))
                .isInstanceOfSatisfying(RuleViolation.class, refused -> assertThat(refused.rule())
                        .isEqualTo("approval.own-work-coded"));
        assertThatThrownBy(() -> company.asPerson(MANAGER, () -> decide(task, "approve", null, "0".repeat(64))))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> company.asPerson(MANAGER, () -> decide(task, "reject", null, hash)))
                .isInstanceOf(RuleViolation.class);
        company.asPerson(MANAGER, () -> decide(task, "approve", null, hash));
        assertThat(desk.posted(company, id)).isEqualTo(PostOutcome.POSTED);
    }

    @Test
    void givesRestTheHashAndEveryFieldItCovers() {
        TestCompany company = desk.company();
        PurchaseInvoiceId id = desk.received(company, invoice(company).build());
        desk.answerAll(company, id);
        desk.coded(company, id, ACCOUNTANT, null);
        InvoiceDetails details = desk.details(company, id);

        String json =
                company.asPerson(MANAGER, () -> answer(get("/api/v1/documents/{id}/invoice", details.documentId())));
        TaskFacts facts =
                company.asPerson(MANAGER, () -> form.facts(approvalTask(new Subject("purchase-invoice", id.value()))));

        assertThat(json)
                .contains("\"contentHash\":\"" + facts.contentHash() + "\"")
                .contains("\"taxPoint\":\"2026-11-18\"")
                .contains("\"vatPeriod\":\"2026-11\"")
                .contains("\"withVat\":{\"amount\":\"12054.00\",\"currency\":\"PLN\"}");
        assertThat(facts.shown())
                .extracting(TaskFacts.ShownField::key)
                .contains("invoice.content.original", "invoice.content.account", "invoice.content.bt-115");
    }

    private @Nullable Void decide(OpenTaskView task, String outcome, @Nullable String comment, String hash) {
        form.decide(task, new TaskCompletion(task.id(), outcome, comment, null, hash));
        return null;
    }

    private static OpenTaskView approvalTask(Subject subject) {
        return new OpenTaskView(
                UUID.randomUUID(),
                "Task_ApproveInvoice",
                "invoice/approval",
                subject,
                null,
                Set.of(Duty.APPROVE_INVOICE),
                null,
                null,
                List.of("approve", "return", "reject"),
                "PurchaseInvoiceApproval",
                null);
    }

    private SampleInvoice invoice(TestCompany company) {
        return SampleInvoice.to("PL" + company.taxId())
                .line("Transport krajowy, 4 kursy", "8600.00", "S", "23")
                .line("Postój", "1200.00", "S", "23");
    }

    private UUID task(TestCompany company, PurchaseInvoiceId id, String form, Duty duty, String... outcomes) {
        return company.as(() -> openTask.open(new TaskDraft(
                UUID.randomUUID().toString(),
                "Task_" + form,
                "invoice/" + form,
                desk.details(company, id).documentId(),
                new Subject("purchase-invoice", id.value()),
                Set.of(duty),
                null,
                List.of(outcomes),
                "PurchaseInvoiceApproval",
                null)));
    }

    private String page(TestCompany company, UUID task, String language) {
        String page = company.asPerson(
                MANAGER, () -> answer(get("/tasks/{id}", task).locale(Locale.forLanguageTag(language))));
        keep(page, task, language);
        return page;
    }

    private String answer(AbstractMockHttpServletRequestBuilder<?> request) {
        try {
            return pages.perform(request).andReturn().getResponse().getContentAsString();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void keep(String page, UUID task, String language) {
        String folder = System.getProperty("simba.keep-pages");
        if (folder != null) {
            try {
                Files.writeString(Path.of(folder, task + "-" + language + ".html"), page);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
