package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.story.StoryTest;
import io.simbaerp.story.Treasury;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The accountant takes a posted invoice back, with the reason, and codes it again. */
@StoryTest
class ReversingAnInvoiceTest {

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

    @ParameterizedTest
    @CsvSource({"en, 1440, 9990081011, It waits to be coded again", "pl, 390, 9990081022, Czeka na ponowną dekretację"})
    void aPostedInvoiceComesBackToCoding(String language, int width, String nip, String done) {
        String document = new Treasury(simba)
                .posted(InvoiceXml.numbered("REV/" + language)
                        .from("Zwrotny " + language, nip)
                        .line("Praca", "100.00", "23"));
        Page page = chromium.signedIn("accountant", language, width, 844);
        page.navigate("/documents/" + document);
        page.navigate(page.locator("a[href$='/reversal']").first().getAttribute("href"));
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(width);
        Chromium.readable(page, language + "-reversal");
        page.locator("[name=reason]").fill("   ");
        page.locator("main form .btn-primary").click();
        assertThat(page.locator("[role=alert]")).isVisible();
        page.locator("[name=reason]").fill("Złe konto kosztów");
        page.locator("main form .btn-primary").click();
        page.waitForURL("**/documents/" + document);
        assertThat(page.locator(".toast-s")).containsText(done);
        simba.runDueJobs();
        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_CodeInvoice");
        page.navigate("/documents/" + document + "/reversal");
        assertThat(page.locator("main")).containsText("Złe konto kosztów");
        assertThat(page.locator("main form [name=reason]")).hasCount(0);
        Chromium.readable(page, language + "-reversal-done");
        assertThat(chromium.complaints().stream().filter(each -> !each.contains("422")))
                .isEmpty();
    }
}
