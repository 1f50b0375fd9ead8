package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The bar over chosen tasks offers what can be done to every one of them; on a phone the list's tools fit. */
@BrowserTest
class BulkOnTheDeskTest {

    @Autowired
    Simba simba;

    private Chromium chromium;

    @BeforeEach
    void open() {
        chromium = new Chromium(simba.url());
        Desks.clear(simba, "manager");
        Desks.clear(simba, "accountant");
    }

    @AfterEach
    void close() {
        chromium.close();
    }

    @Test
    void theManagerIsOfferedOnlyWhatIsPossibleForAll() {
        String toApprove = received("BULK/1");
        simba.decide("accountant", toApprove, Map.of("outcome", "send")).expect(200);
        Page manager = chromium.signedIn("manager", "en", 1440, 900);
        manager.navigate("/tasks");
        manager.locator("tbody input[type=checkbox]").first().check();
        Locator bar = manager.locator("[data-bulk]");
        assertThat(bar.locator("button[formaction$='/approve']")).isVisible();
        assertThat(bar.locator("button[formaction$='/reject']")).isVisible();
        bar.locator("button[formaction$='/claim']").click();
        manager.locator("button[data-key='ctrl+enter']").click();
        manager.navigate("/tasks");
        manager.locator("tbody input[type=checkbox]").first().check();
        assertThat(bar.locator("button[formaction$='/claim']")).isHidden();
        assertThat(bar.locator("button[formaction$='/return']")).isVisible();
        Chromium.readable(manager, "bulk-offered");

        Page phone = chromium.signedIn("accountant", "en", 390, 844);
        received("BULK/2");
        phone.navigate("/tasks");
        Chromium.readable(phone, "desk-tools-on-a-phone");
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
        phone.navigate("/tasks?group=task");
        Chromium.readable(phone, "desk-tools-grouped-on-a-phone");
        assertThat(chromium.complaints()).isEmpty();
    }

    private String received(String number) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", "390.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        return document;
    }
}
