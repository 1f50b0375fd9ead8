package io.simbaerp.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.ModelWatch;
import io.simbaerp.story.Simba;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The main job as three people do it: upload, answer, code, approve, look at the books. */
@BrowserTest
class InvoiceFromUploadToLedgerTest {

    @Autowired
    Simba simba;

    @Autowired
    ModelWatch modelWatch;

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
    @CsvSource({"en, BROWSER/1/2026", "pl, BROWSER/2/2026"})
    void anInvoiceGoesFromUploadToTheTrialBalance(String language, String number) {
        InvoiceXml invoice = InvoiceXml.numbered(number)
                .line("Transport Gdynia-Łódź", "1000.00", "23")
                .line("Postój", "55.50", "23");
        Page accountant = chromium.signedIn("accountant", language, 1440, 900);
        assertThat(accountant.locator("html").getAttribute("lang")).isEqualTo(language);
        accountant.navigate("/intake/upload");
        accountant.setInputFiles(
                "input[type=file]", new FilePayload("invoice.xml", "application/xml", invoice.bytes()));
        accountant.keyboard().press("Control+Enter");
        accountant.locator("#results a[data-open]").click();
        accountant.waitForURL("**/documents/*");
        String document = accountant.url().substring(accountant.url().lastIndexOf('/') + 1);
        Chromium.readable(accountant, language + "-1-document");
        assertThat(accountant.locator("main").innerText()).contains(number);

        code(accountant, document, language);
        approve(chromium.signedIn("manager", language, 390, 844), document, language);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        lookAtTheBooks(accountant, number, language);
        assertThat(chromium.complaints()).isEmpty();
    }

    private void code(Page accountant, String document, String language) {
        for (int tasks = 0; tasks < 6; tasks++) {
            simba.runDueJobs();
            String task = simba.taskOf("accountant", document).path("id").asString();
            boolean coding =
                    simba.taskOf("accountant", document).path("key").asString().equals("Task_CodeInvoice");
            accountant.navigate("/tasks/" + task);
            Chromium.readable(accountant, language + "-2-task-" + tasks);
            accountant.keyboard().press("Control+Enter");
            accountant.waitForURL(url -> !url.endsWith(task));
            simba.runDueJobs();
            if (coding) {
                return;
            }
        }
        throw new AssertionError("The questions don't end");
    }

    private void approve(Page manager, String document, String language) {
        manager.navigate("/tasks");
        Chromium.readable(manager, language + "-3-desk-phone");
        String task = simba.taskOf("manager", document).path("id").asString();
        manager.navigate("/tasks/" + task);
        Chromium.readable(manager, language + "-4-approval-phone");
        assertThat(manager.locator("main").innerText()).contains("1" + "\u00a0" + "298,27");
        manager.locator("button[name=outcome][value=approve]").click();
        manager.waitForURL(url -> !url.endsWith(task));
        simba.runDueJobs();
    }

    private void lookAtTheBooks(Page accountant, String number, String language) {
        accountant.navigate("/ledger/trial-balance");
        Chromium.readable(accountant, language + "-5-trial-balance");
        Locator suppliers = accountant
                .locator("main a", new Page.LocatorOptions().setHasText("202"))
                .first();
        suppliers.click();
        accountant.waitForURL("**/reports/account-statement**");
        Chromium.readable(accountant, language + "-6-statement");
        accountant
                .locator("main tr", new Page.LocatorOptions().setHasText(number))
                .locator("a[href*='/ledger/entries/']")
                .first()
                .click();
        accountant.waitForURL("**/ledger/entries/*");
        Chromium.readable(accountant, language + "-7-entry");
        accountant.locator("main a[href*='/documents/']").first().click();
        accountant.waitForURL("**/documents/*");
        assertThat(accountant.locator("main").innerText()).contains(number);
        Chromium.readable(accountant, language + "-8-posted");
    }

    @Test
    void thePagesFitAPhone() {
        Page phone = chromium.signedIn("accountant", "en", 390, 844);
        for (String path : List.of(
                "/",
                "/tasks",
                "/intake",
                "/intake/upload",
                "/documents",
                "/parties",
                "/rates",
                "/reports",
                "/reports/trial-balance?compare=year")) {
            assertThat(phone.navigate(path).status()).as(path).isEqualTo(200);
            int wide = (int) phone.evaluate("document.documentElement.scrollWidth");
            assertThat(wide).as(path + " scrolls sideways").isLessThanOrEqualTo(390);
        }
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void templatesReceiveOnlyRecords() {
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        String document = simba.receive(InvoiceXml.numbered("BROWSER/3/2026").line("Papier", "40.00", "23"));
        String task = simba.taskOf("accountant", document).path("id").asString();
        List.of(
                        "/",
                        "/tasks",
                        "/tasks/" + task,
                        "/intake",
                        "/intake/upload",
                        "/documents",
                        "/documents/" + document,
                        "/parties",
                        "/rates",
                        "/reports",
                        "/reports/trial-balance",
                        "/ledger/entries",
                        "/ledger/accounts",
                        "/ledger/accounts/202")
                .forEach(path ->
                        assertThat(page.navigate(path).status()).as(path).isEqualTo(200));
        assertThat(modelWatch.forbidden()).isEmpty();
        assertThat(modelWatch.seen()).hasSizeGreaterThan(10);
    }

    @Test
    void theQuestionMarkShowsTheKeys() {
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.keyboard().press("?");
        assertThat(page.locator("#help").isVisible()).isTrue();
        page.keyboard().press("Escape");
        page.keyboard().press("g");
        page.keyboard().press("t");
        page.waitForURL("**/tasks");
    }
}
