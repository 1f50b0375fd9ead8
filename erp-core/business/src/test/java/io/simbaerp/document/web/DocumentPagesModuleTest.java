package io.simbaerp.document.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.simbaerp.architecture.Duty;
import io.simbaerp.document.DocumentDraft;
import io.simbaerp.document.DocumentId;
import io.simbaerp.document.DocumentKind;
import io.simbaerp.document.Finding;
import io.simbaerp.document.KeepDocument;
import io.simbaerp.document.RegisterDocument;
import io.simbaerp.document.RegistrationDraft;
import io.simbaerp.document.Severity;
import io.simbaerp.testing.ModuleTest;
import io.simbaerp.testing.TestCompanies;
import io.simbaerp.testing.TestCompany;
import io.simbaerp.testing.TestReader;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ModuleTest
class DocumentPagesModuleTest {

    @Autowired
    WebApplicationContext context;

    @Autowired
    TestCompanies companies;

    @Autowired
    KeepDocument keepDocument;

    @Autowired
    RegisterDocument registerDocument;

    private MockMvc mvc;
    private TestCompany ours;
    private TestReader reader;

    @BeforeEach
    void begin() {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
        ours = companies.create();
        reader = TestReader.of(mvc, ours, UUID.randomUUID(), EnumSet.allOf(Duty.class));
    }

    @Test
    void theListIsFilteredPagedAndExported() throws Exception {
        assertThat(reader.page(get("/documents"), "en")).contains("No documents here", "What suppliers send");
        for (int n = 1; n <= 51; n++) {
            invoice("content " + n, "Tekturo & Co., FV/" + n);
        }
        String first = reader.page(get("/documents"), "en");
        assertThat(first)
                .contains("Tekturo &amp; Co., FV/51", "Purchase invoice", "In process", "51 found")
                .doesNotContain("FV/1<");
        Matcher next = Pattern.compile("/documents\\?after=([\\w-]+)").matcher(first);
        assertThat(next.find()).isTrue();
        assertThat(reader.page(get("/documents").param("after", next.group(1)), "en"))
                .contains("FV/1<")
                .doesNotContain("FV/2<");

        String filtered =
                reader.page(get("/documents").param("text", "tek fv/7").param("state", "IN_PROCESS"), "pl");
        assertThat(filtered)
                .contains("FV/7<", "W obiegu", "href=\"/documents?state=IN_PROCESS\"")
                .contains("href=\"/documents?text=tek%20fv%2F7\"")
                .doesNotContain("FV/8<", "FV/17<");
        assertThat(reader.page(get("/documents").param("state", "POSTED"), "en"))
                .contains("Nothing matches");

        MockHttpServletResponse export =
                reader.ask(get("/lists/documents/export.csv").param("state", "IN_PROCESS"));
        assertThat(export.getContentType()).startsWith("text/csv");
        assertThat(export.getContentAsString().lines()).hasSize(52);
        assertThat(export.getContentAsString()).contains("DOC/2026/000051;Tekturo & Co., FV/51;Purchase invoice");
    }

    @Test
    void aDocumentShowsItsFindingsItsHistoryAndItsSource() {
        UUID id = invoice("<Invoice>żółw & \"co\"</Invoice>", "Tekturo, FV/1");
        String page = reader.page(get("/documents/" + id), "en");
        assertThat(page)
                .contains("<h1><span class=\"cut\">Tekturo, FV/1</span>", "DOC/2026/000001")
                .contains("BR-01", "Error: ", "An Invoice shall have &lt;a&gt; number", "/Invoice/ID")
                .contains("One file is locked", "An order or an answer to one says what is wanted")
                .contains("Received and stored bit for bit", "Read, checked and registered")
                .contains("&lt;Invoice&gt;żółw &amp; &quot;co&quot;&lt;/Invoice&gt;")
                .contains("No process runs for this document.");
        assertThat(reader.page(get("/documents/" + id).param("tab", "facts"), "pl"))
                .contains("Typ według treści", "application/xml", "Błąd: ");
        assertThat(reader.page(get("/documents/" + id).param("tab", "nonsense"), "en"))
                .contains("&lt;Invoice&gt;");
    }

    @Test
    void anOriginalIsDownloadedSoThatItCanDoNothing() throws Exception {
        UUID id = invoice("<script>alert(1)</script>", "x");
        for (String address : List.of(
                "/documents/" + id + "/original",
                "/api/v1/documents/" + id + "/original",
                "/documents/" + id + "/picture")) {
            MockHttpServletResponse original = reader.ask(get(address));
            assertThat(original.getContentAsByteArray())
                    .isEqualTo("<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8));
            assertThat(original.getHeader("Content-Disposition")).startsWith("attachment; filename");
            assertThat(original.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(original.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
            assertThat(original.getHeader("Cache-Control")).isEqualTo("no-store");
        }
    }

    @Test
    void aScanInTiffIsShownAsAPngAndDownloadedAsItIs() throws Exception {
        byte[] scan = TiffPictureTest.tiff("Deflate", TiffPictureTest.page(40, 30, Color.RED));
        UUID id = keep(scan, "image/tiff");

        assertThat(reader.page(get("/documents/" + id), "en")).contains("src=\"/documents/" + id + "/picture\"");
        MockHttpServletResponse picture = reader.ask(get("/documents/" + id + "/picture"));
        assertThat(picture.getContentType()).startsWith("image/png");
        assertThat(picture.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(picture.getHeader("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.getContentAsByteArray()))
                        .getWidth())
                .isEqualTo(40);
        assertThat(reader.ask(get("/documents/" + id + "/original")).getContentAsByteArray())
                .isEqualTo(scan);
        assertThat(reader.page(get("/documents/" + keep("II* damaged", "image/tiff")), "en"))
                .contains("/original\"")
                .doesNotContain("/picture\"");
    }

    @Test
    void aPlainDocumentIsArchivedByItsButton() {
        UUID id = keep("letter", "text/plain");
        ours.as(() -> registerDocument.register(
                new RegistrationDraft(new DocumentId(id), DocumentKind.PLAIN, null, "text/plain", List.of(), null)));
        assertThat(reader.page(get("/documents/" + id), "en"))
                .contains("/documents/" + id + "/archive", "There are no rules");
        assertThat(reader.ask(post("/documents/" + id + "/archive")).getRedirectedUrl())
                .isEqualTo("/documents/" + id);
        assertThat(reader.page(get("/documents/" + id), "en"))
                .contains("Archived")
                .doesNotContain("/archive\"");
        TestReader viewer =
                TestReader.of(mvc, ours, UUID.randomUUID(), Set.of(Duty.VIEW_DOCUMENT, Duty.BELONG_TO_COMPANY));
        assertThat(viewer.ask(post("/documents/" + id + "/archive")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void restListsShowsAndTellsTheHistory() throws Exception {
        UUID first = invoice("one", "One");
        UUID second = invoice("two", "Two");
        String list = reader.ask(get("/api/v1/documents").param("limit", "1").param("state", "IN_PROCESS"))
                .getContentAsString();
        assertThat(list)
                .contains("\"items\":[{\"id\":\"" + second, "\"next\":\"")
                .doesNotContain(first.toString());
        String next = list.replaceFirst(".*\"next\":\"([^\"]+)\".*", "$1");
        assertThat(reader.ask(get("/api/v1/documents").param("after", next)).getContentAsString())
                .contains("\"items\":[{\"id\":\"" + first)
                .doesNotContain("\"next\":\"");

        MockHttpServletResponse one = reader.ask(get("/api/v1/documents/" + first));
        assertThat(one.getContentAsString())
                .contains("\"number\":\"DOC/2026/000001\"", "\"state\":\"IN_PROCESS\"", "\"receivedOn\":\"2026-11-20\"")
                .contains("\"receivedAt\":\"2026-11-20T09:47:00Z\"", "\"version\":")
                .contains("\"findings\":[{\"rule\":\"BR-01\",\"severity\":\"ERROR\",\"location\":\"/Invoice/ID\"");
        assertThat(one.getHeader("ETag")).matches("\"\\d+\"");

        String timeline = reader.ask(
                        get("/api/v1/documents/" + first + "/timeline").header("Accept-Language", "pl"))
                .getContentAsString();
        assertThat(timeline)
                .startsWith("[{\"at\":\"2026-11-20T09:47:00Z\",\"actor\":\"")
                .contains("\"event\":\"document-registered\"", "Odczytany, sprawdzony i zarejestrowany");
    }

    @Test
    void restTellsFindingsInTheLanguageOfTheCallerWithFieldAndRemedy() throws Exception {
        String address = "/api/v1/documents/" + invoice("three", "Three");
        assertThat(reader.ask(get(address).header("Accept-Language", "pl")).getContentAsString(StandardCharsets.UTF_8))
                .contains("\"rule\":\"not-posted.order\",\"severity\":\"INFORMATION\"")
                .contains("\"text\":\"Zamówienie lub odpowiedź na nie mówi,")
                .contains("\"key\":\"finding.not-posted.order\"")
                .contains("\"remedy\":\"Nie ma czego księgować.")
                .contains("\"field\":\"number\"", "\"remedy\":\"Poproś dostawcę o fakturę korygującą")
                .doesNotContain("Kept\"");
        assertThat(reader.ask(get(address).header("Accept-Language", "en")).getContentAsString())
                .contains("\"text\":\"An order or an answer to one", "\"remedy\":\"Nothing is to be posted.")
                .contains("\"remedy\":\"Ask the supplier for a corrected invoice");
    }

    @Test
    void whatAnotherCompanyHasIsUnknown() {
        UUID id = invoice("ours", "Ours");
        TestReader stranger = TestReader.of(mvc, companies.create(), UUID.randomUUID(), EnumSet.allOf(Duty.class));
        for (String address : List.of("", "/original", "/timeline")) {
            assertThat(stranger.ask(get("/api/v1/documents/" + id + address)).getStatus())
                    .as(address)
                    .isEqualTo(404);
        }
        assertThat(stranger.ask(get("/documents/" + id)).getStatus()).isEqualTo(404);
        assertThat(stranger.ask(post("/documents/" + id + "/archive")).getStatus())
                .isEqualTo(404);
        assertThat(reader.ask(get("/api/v1/documents/no-uuid")).getStatus()).isIn(400, 404);
    }

    private UUID invoice(String content, String title) {
        UUID id = keep(content, "text/xml");
        Finding finding = new Finding("BR-01", Severity.ERROR, "/Invoice/ID", "An Invoice shall have <a> number");
        Finding keptBefore = new Finding("SIMBA-LOCKED", Severity.WARNING, null, "One file is locked");
        Finding ruleOfOurs = new Finding("not-posted.order", Severity.INFORMATION, null, "Kept");
        ours.as(() -> registerDocument.register(new RegistrationDraft(
                new DocumentId(id),
                DocumentKind.PURCHASE_INVOICE,
                title,
                "application/xml",
                List.of(finding, keptBefore, ruleOfOurs),
                null)));
        return id;
    }

    private UUID keep(String content, String mediaType) {
        return keep(content.getBytes(StandardCharsets.UTF_8), mediaType);
    }

    private UUID keep(byte[] content, String mediaType) {
        return ours.as(() -> keepDocument.keep(new DocumentDraft(
                        content, "original.xml", mediaType, "upload", LocalDate.of(2026, 11, 20), null)))
                .document()
                .id()
                .value();
    }
}
