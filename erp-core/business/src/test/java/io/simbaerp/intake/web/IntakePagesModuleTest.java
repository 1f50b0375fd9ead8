package io.simbaerp.intake.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentFilter;
import io.simbaerp.document.DocumentState;
import io.simbaerp.document.DocumentView;
import io.simbaerp.document.Documents;
import io.simbaerp.intake.ReadContent;
import io.simbaerp.intake.UnreadableContent;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestContentReader;
import io.simbaerp.testing.TestReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
class IntakePagesModuleTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestCompanies companies;

    @Autowired
    TestContentReader contentReader;

    @Autowired
    Documents documents;

    private MockMvc mvc;
    private TestCompany ours;
    private TestReader accountant;
    private String text;

    @BeforeEach
    void begin() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        ours = companies.create();
        accountant = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.allOf(Duty.class));
        text = "text " + UUID.randomUUID();
    }

    @Test
    void severalFilesAtOnceEachGetTheirResult() {
        contentReader.when("bad " + text, () -> {
            throw new UnreadableContent("intake.not-an-e-invoice");
        });
        String page = accountant.page(
                multipart("/intake/upload")
                        .file(file("good.txt", text))
                        .file(file("bad.xml", "bad " + text))
                        .file(file("empty.txt", ""))
                        .file(file("again.txt", text)),
                "en");
        assertThat(page)
                .contains("Registered as DOC/2026/000001", "Was there already")
                .contains("In quarantine", "This is neither a UBL nor a CII invoice.")
                .contains("Not taken", "The file “empty.txt” is empty.");
        assertThat(all()).hasSize(2);
    }

    @Test
    void aFormWithoutAFileSaysSo() {
        assertThat(accountant.page(multipart("/intake/upload"), "pl")).contains("Wybierz co najmniej jeden plik.");
        assertThat(accountant.page(get("/intake/upload"), "pl")).contains("Upuść pliki tutaj", "do 25 MB");
    }

    @Test
    void whoMayNotHandInSeesNoForm() {
        TestReader viewer =
                TestReader.of(mvc, ours, UUID.randomUUID(), Set.of(Duty.VIEW_DOCUMENT, Duty.BELONG_TO_COMPANY));
        assertThat(viewer.ask(get("/intake/upload")).getStatus()).isEqualTo(403);
        assertThat(viewer.page(get("/intake"), "en")).doesNotContain("/intake/upload");
    }

    @Test
    void quarantineIsListedRetriedAndRejected() {
        contentReader.when(text, () -> {
            throw new UnreadableContent("intake.not-an-e-invoice");
        });
        UUID first = quarantined(text, "first.xml");
        assertThat(accountant.page(get("/intake"), "pl"))
                .contains("first.xml", "To nie jest faktura UBL ani CII.", "Spróbuj ponownie", "Odrzucić first.xml?");
        assertThat(accountant.page(get("/documents/" + first), "en"))
                .contains("In quarantine", "This is neither a UBL nor a CII invoice.", "Tried once");

        accountant.ask(post("/intake/" + first + "/retry"));
        assertThat(document(first).state()).isEqualTo(DocumentState.QUARANTINED);
        assertThat(accountant.page(get("/documents/" + first), "en")).contains("Tried 2 times");

        contentReader.when(text, () -> new ReadContent.Plain("text/plain"));
        accountant.ask(post("/intake/" + first + "/retry"));
        assertThat(document(first).number()).isEqualTo("DOC/2026/000001");

        contentReader.when("second " + text, () -> {
            throw new UnreadableContent("intake.not-an-e-invoice");
        });
        UUID second = quarantined("second " + text, "second.xml");
        accountant.ask(post("/intake/" + second + "/reject").param("comment", " "));
        assertThat(document(second).state()).isEqualTo(DocumentState.QUARANTINED);
        accountant.ask(post("/intake/" + second + "/reject").param("comment", "Not for us"));
        assertThat(document(second).state()).isEqualTo(DocumentState.REJECTED);
        assertThat(accountant.page(get("/documents/" + second), "en")).contains("Rejected: Not for us");
        assertThat(accountant.page(get("/intake"), "en")).contains("Nothing is in quarantine");
    }

    @Test
    void restAnswersCreatedThenRepeatThenConflict() throws Exception {
        MockHttpServletResponse created = accountant.ask(
                multipart("/api/v1/documents").file(file("a.txt", text)).header("Idempotency-Key", "k1"));
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getContentAsString())
                .contains(
                        "\"number\":\"DOC/2026/000001\"",
                        "\"kind\":\"plain\"",
                        "\"state\":\"RECEIVED\"",
                        "\"findings\":[]")
                .doesNotContain("repeat", "null");
        assertThat(created.getHeader("Location"))
                .isEqualTo("/api/v1/documents/" + all().get(0).id());

        MockHttpServletResponse replayed = accountant.ask(
                multipart("/api/v1/documents").file(file("a.txt", text)).header("Idempotency-Key", "k1"));
        assertThat(replayed.getStatus()).isEqualTo(200);
        assertThat(replayed.getContentAsString()).isEqualTo(created.getContentAsString());

        MockHttpServletResponse repeated = accountant.ask(
                multipart("/api/v1/documents").file(file("a.txt", text)).header("Idempotency-Key", "k2"));
        assertThat(repeated.getStatus()).isEqualTo(200);
        assertThat(repeated.getContentAsString()).contains("\"repeat\":true", "\"number\":\"DOC/2026/000001\"");

        MockHttpServletResponse conflict = accountant.ask(
                multipart("/api/v1/documents").file(file("a.txt", "b" + text)).header("Idempotency-Key", "k1"));
        assertThat(conflict.getStatus()).isEqualTo(409);
        assertThat(conflict.getContentAsString()).contains("intake.key-names-other-content");
    }

    @Test
    void restTakesTheOptionalPartsAndRefusesWrongOnes() throws Exception {
        MockHttpServletResponse created = accountant.ask(multipart("/api/v1/documents")
                .file(file("a.txt", text))
                .param("ksefNumber", "5265877635-20261118-0100001AF629-78")
                .param("receivedOn", "2026-11-19")
                .param("channel", "mail"));
        assertThat(created.getStatus()).isEqualTo(201);
        DocumentView document = all().get(0);
        assertThat(document.ksefNumber()).isEqualTo("5265877635-20261118-0100001AF629-78");
        assertThat(document.receivedOn()).hasToString("2026-11-19");
        assertThat(document.channel()).isEqualTo("mail");
        assertThat(accountant.page(get("/documents").param("channel", "mail"), "pl"))
                .contains("mail", "Znaleziono: 1");

        MockHttpServletResponse wrong = accountant.ask(
                multipart("/api/v1/documents").file(file("a.txt", "b" + text)).param("ksefNumber", "1"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("\"rule\":\"intake.ksef-number-wrong\"", "\"field\":\"ksefNumber\"");
        assertThat(accountant
                        .ask(multipart("/api/v1/documents").file(file("a.txt", "")))
                        .getStatus())
                .isEqualTo(422);
        assertThat(accountant.ask(multipart("/api/v1/documents")).getStatus()).isEqualTo(400);
        assertThat(accountant
                        .ask(multipart("/api/v1/documents")
                                .file(file("a.txt", "c" + text))
                                .param("receivedOn", "tomorrow"))
                        .getStatus())
                .isEqualTo(400);
    }

    @Test
    void restTellsWhyADocumentIsInQuarantine() throws Exception {
        contentReader.when(text, () -> {
            throw new UnreadableContent("intake.not-an-e-invoice");
        });
        MockHttpServletResponse created = accountant.ask(
                multipart("/api/v1/documents").file(file("a.xml", text)).header("Accept-Language", "pl"));
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getContentAsString())
                .contains("\"state\":\"QUARANTINED\"", "\"rule\":\"intake.not-an-e-invoice\"", "To nie jest faktura")
                .contains("\"key\":\"rule.intake.not-an-e-invoice\"", "\"remedy\":\"");
    }

    @Test
    void validationStoresNothing() throws Exception {
        MockHttpServletResponse plain =
                accountant.ask(multipart("/api/v1/e-invoices/validate").file(file("a.txt", text)));
        assertThat(plain.getStatus()).isEqualTo(422);
        assertThat(plain.getContentAsString()).contains("intake.not-an-e-invoice");
        contentReader.when(text, () -> {
            throw new UnreadableContent("intake.failed", "x");
        });
        assertThat(accountant
                        .ask(multipart("/api/v1/e-invoices/validate").file(file("a.xml", text)))
                        .getContentAsString())
                .contains("\"rule\":\"intake.failed\"");
        assertThat(accountant
                        .ask(post("/api/v1/e-invoices/validate")
                                .contentType("application/xml")
                                .content(text))
                        .getStatus())
                .isEqualTo(422);
        assertThat(all()).isEmpty();
    }

    private UUID quarantined(String content, String name) {
        accountant.page(multipart("/intake/upload").file(file(name, content)), "en");
        return all().stream()
                .filter(document -> document.fileName().equals(name))
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    private DocumentView document(UUID id) {
        return ours.as(() -> documents.byId(new io.simbaerp.document.DocumentId(id)))
                .orElseThrow();
    }

    private List<DocumentView> all() {
        return ours.as(() -> documents.list(DocumentFilter.ALL, null, 100));
    }

    private static MockMultipartFile file(String name, String content) {
        return new MockMultipartFile("file", name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }
}
