package io.simbaerp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import io.simbaerp.story.Treasury;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A payment run as two people do it: the treasurer at the desk, the manager on the phone. */
@BrowserTest
class PaymentRunTest {

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
    @CsvSource({"en, Browarnik, 9990077011", "pl, Bednarczyk, 9990077022"})
    void dueItemsBecomeAFileForTheBank(String language, String supplier, String taxId) throws IOException {
        Treasury treasury = new Treasury(simba);
        String number = "PAYB/" + language + "/1/2026";
        treasury.posted(InvoiceXml.numbered(number).from(supplier, taxId).line("Drewno", "1000.00", "23"));
        treasury.posted(InvoiceXml.numbered("PAYB/" + language + "/2/2026")
                .from(supplier, taxId)
                .line("Maszyna", "13000.00", "23"));
        treasury.confirmAccounts(supplier);
        treasury.posted(InvoiceXml.numbered("PAYB/" + language + "/3/2026")
                .from(supplier + " Nowy", taxId.replace("77", "78"))
                .line("Stal", "50.00", "23"));

        Page treasurer = chromium.signedIn("treasurer", language, 1440, 900);
        treasurer.navigate("/payment-runs");
        Chromium.readable(treasurer, language + "-payment-1-list");
        treasurer.keyboard().press("c");
        treasurer.waitForURL("**/payment-runs/new");
        treasurer.fill("input[name=dueUntil]", "2026-12-31");
        treasurer.locator("form[method=get] button").last().click();
        treasurer.waitForURL("**/payment-runs/new?*");
        Chromium.readable(treasurer, language + "-payment-2-preview");
        assertThat(treasurer.locator("main").innerText()).contains(number);
        treasurer.keyboard().press("Control+Enter");
        treasurer.waitForURL(Pattern.compile("/payment-runs/[0-9a-f-]{36}$"));
        String run = treasurer.url();
        Chromium.readable(treasurer, language + "-payment-3-proposed");
        treasurer.keyboard().press("Control+Enter");
        treasurer.locator(".pill.is-info").first().waitFor();
        simba.runDueJobs();

        JsonNode sent = treasury.run(run.substring(run.lastIndexOf('/') + 1));
        approve(language, treasury.tasksOf("manager", sent).get(0).path("id").asString());
        treasurer.navigate(run);
        Chromium.readable(treasurer, language + "-payment-6-released");
        Download file = treasurer.waitForDownload(
                () -> treasurer.locator(".phead a[href$='/file']").click());
        assertThat(Files.readString(file.path())).contains("pain.001.001.09", number, "15990.00");

        assertThat(treasurer.locator(".phead button[data-confirm]").count())
                .as("who proposed and sent it does not cancel it once its file is released")
                .isZero();
        Page manager = chromium.signedIn("manager", language, 1440, 900);
        manager.navigate(run);
        manager.locator(".phead button[data-confirm]").click();
        manager.locator("dialog[open] input[name=comment]").fill("Rehearsal");
        manager.locator("dialog[open] input[name=confirmed]").check();
        Chromium.picture(manager, language + "-payment-7-cancel");
        manager.locator("dialog[open] button.btn-primary").click();
        manager.locator(".pill.is-mute").first().waitFor();
        assertThat(manager.locator("main").innerText()).contains("Rehearsal");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** On the phone: one item is let through, alone, with a reason; then the run is approved. */
    private void approve(String language, String taskId) {
        Page manager = chromium.signedIn("manager", language, 390, 844);
        manager.navigate("/tasks?view=all");
        Chromium.readable(manager, language + "-payment-4-desk-phone");
        manager.navigate("/tasks/" + taskId);
        Chromium.readable(manager, language + "-payment-4-approval-phone");
        assertFits(manager);
        String task = manager.url();
        Locator blocked = manager.locator("tr", new Page.LocatorOptions().setHasText("PAYB/" + language + "/2/2026"));
        blocked.locator("input[name=reason]").fill("Checked by phone");
        blocked.locator("button").click();
        manager.waitForURL("**/tasks/" + taskId + "*");
        assertThat(manager.locator("main").innerText()).contains("Checked by phone");
        Chromium.readable(manager, language + "-payment-5-let-through-phone");
        manager.locator("button[name=outcome][value=approve]").click();
        manager.waitForURL(url -> !url.equals(task));
        simba.runDueJobs();
    }

    @Test
    void ownAccountsAreAddedAndCheckedAndFitAPhone() {
        Page treasurer = chromium.signedIn("treasurer", "en", 390, 844);
        treasurer.navigate("/bank-accounts");
        Chromium.readable(treasurer, "en-accounts-1-phone");
        assertFits(treasurer);
        treasurer.locator(".phead a.btn-primary").click();
        treasurer.waitForURL("**/bank-accounts/new");
        treasurer.fill("input[name=name]", "Second account");
        treasurer.fill("input[name=iban]", "PL83101010230000261395100001");
        treasurer.locator("form button.btn-primary").last().click();
        treasurer.locator("[role=alert]").waitFor();
        assertThat(treasurer.locator("[role=alert]").innerText()).contains("check digits");
        Chromium.readable(treasurer, "en-accounts-2-refused-phone");
        treasurer.fill("input[name=iban]", "PL83101010230000261395100000");
        treasurer.locator("form button.btn-primary").last().click();
        treasurer.waitForURL("**/bank-accounts");
        assertThat(treasurer.locator("main").innerText()).contains("Second account");

        treasurer
                .locator("main a", new Page.LocatorOptions().setHasText("Second account"))
                .click();
        treasurer.waitForURL("**/edit");
        Chromium.readable(treasurer, "en-accounts-3-edit-phone");
        treasurer.selectOption("select[name=active]", "false");
        treasurer.locator("form button.btn-primary").last().click();
        treasurer.waitForURL("**/bank-accounts");
        assertThat(chromium.complaints().stream().filter(each -> !each.contains("422")))
                .isEmpty();
    }

    @Test
    void thePagesFitAPhone() {
        Page phone = chromium.signedIn("treasurer", "pl", 390, 844);
        for (String path : List.of("/payment-runs", "/payment-runs/new?dueUntil=2026-12-31", "/bank-accounts")) {
            assertThat(phone.navigate(path).status()).as(path).isEqualTo(200);
            assertFits(phone);
        }
    }

    private static void assertFits(Page page) {
        int wide = (int) page.evaluate("document.documentElement.scrollWidth");
        assertThat(wide).as(page.url() + " scrolls sideways").isLessThanOrEqualTo(390);
    }
}
