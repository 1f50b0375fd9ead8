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

    private static void pick(Page page, String field, String line, String letters) {
        page.locator("[name=" + field + "]").focus();
        Locator text = page.locator(".pdf-text span", new Page.LocatorOptions().setHasText(line));
        InvoicePdf.click(page, text, letters);
    }
}
