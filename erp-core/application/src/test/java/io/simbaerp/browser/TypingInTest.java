package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.Simba;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A PDF that carries nothing for a program: what stands on it is clicked into the form. */
@BrowserTest
class TypingInTest {

    @Autowired
    Simba simba;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void anInvoiceIsClickedTogetherFromItsPdf() {
        byte[] pdf = InvoicePdf.of(List.of(
                "Skrybex Biuro Sp. z o.o.",
                "Faktura SB-2026-77 z dnia 12.11.2026",
                "netto 2 460,00 PLN",
                "do zap. 3 025,80"));
        String document =
                simba.as("accountant").upload(pdf, "scan.pdf", "").expect(201).get("id");
        simba.runDueJobs();
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate(
                "/tasks/" + simba.taskOf("accountant", document).path("id").asString());
        pick(page, "number", "Faktura", "2026-77");
        pick(page, "issueDate", "Faktura", "11.2026");
        pick(page, "sellerName", "Skrybex", "Biuro");
        pick(page, "gross", "do zap.", "025,80");
        Chromium.picture(page, "desk-typing-in");
        assertThat(page.locator("[name=number]")).hasValue("SB-2026-77");
        assertThat(page.locator("[name=issueDate]")).hasValue("2026-11-12");
        assertThat(page.locator("[name=sellerName]")).hasValue("Skrybex Biuro Sp. z o.o.");
        assertThat(page.locator("[name=gross]")).hasValue("3 025,80");
        assertThat(page.locator("[data-draft-says]")).containsText("saved");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void anInvoiceIsTypedInWithoutAMouse() {
        String document = picture("typed.pdf", "Faktura KB-2026-78");
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/tasks/" + task(document));
        assertThat(page.locator("[name=number]")).isFocused();
        page.keyboard().type("KB-2026-78");
        type(page, "issueDate", "11122026");
        type(page, "sellerName", "Skrybex Biuro Sp. z o.o.");
        type(page, "sellerTaxId", "9990079011");
        type(page, "rate", "23");
        type(page, "net", "100,00");
        type(page, "tax", "23,00");
        type(page, "gross", "123,00");
        assertThat(page.locator("[name=issueDate]")).hasValue("2026-11-12");
        Chromium.readable(page, "en-typing-in-keyboard");
        String address = page.url();
        page.keyboard().press("Control+Enter");
        page.waitForURL(url -> !url.startsWith(address));
        simba.runDueJobs();
        assertThat(simba.as("accountant")
                        .get("/api/v1/documents/" + document)
                        .expect(200)
                        .body()
                        .toString())
                .contains("KB-2026-78", "Skrybex Biuro");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void theFormBelowThePictureFitsAPhone() {
        String document = picture("phone.pdf", "Faktura TEL-2026-79");
        Page phone = chromium.signedIn("accountant", "pl", 390, 844);
        phone.navigate("/tasks/" + task(document));
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        Locator number = phone.locator("[name=number]");
        double picture = phone.locator(".pdf-text span").first().boundingBox().y;
        assertThat(number.boundingBox().y).as("the picture comes first").isGreaterThan(picture);
        for (Locator field :
                phone.locator("form [name]:not([type=hidden]):visible").all()) {
            assertThat(field.boundingBox().x + field.boundingBox().width)
                    .as(field.getAttribute("name"))
                    .isLessThanOrEqualTo(390);
        }
        number.fill("TEL-2026-79");
        assertThat(phone.locator("[data-draft-says]")).not().isEmpty();
        number.scrollIntoViewIfNeeded();
        Chromium.readable(phone, "pl-typing-in-phone");
        assertThat(chromium.complaints()).isEmpty();
    }

    private String picture(String name, String line) {
        String document = simba.as("accountant")
                .upload(InvoicePdf.of(List.of(line)), name, "")
                .expect(201)
                .get("id");
        simba.runDueJobs();
        return document;
    }

    private String task(String document) {
        return simba.taskOf("accountant", document).path("id").asString();
    }

    /** Goes on by Tab alone until the field is reached, and types into it. */
    private static void type(Page page, String field, String text) {
        for (int step = 0; step < 40; step++) {
            page.keyboard().press("Tab");
            if (field.equals(page.evaluate("document.activeElement.name"))) {
                page.keyboard().press("Control+a");
                page.keyboard().type(text);
                return;
            }
        }
        throw new AssertionError("Tab never reaches " + field);
    }

    private static void pick(Page page, String field, String line, String letters) {
        page.locator("[name=" + field + "]").focus();
        Locator text = page.locator(".pdf-text span", new Page.LocatorOptions().setHasText(line));
        InvoicePdf.click(page, text, letters);
    }
}
