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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A slip of the finger, and the key that takes it back. */
@BrowserTest
class UndoTest {

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

    @ParameterizedTest
    @CsvSource({
        "en, Approved: SLIP/en. Undo U, Taken back, Too late to undo, taken back already",
        "pl, Zaakceptowana: SLIP/pl. Cofnij U, Cofnięto, Za późno na cofnięcie, już cofnięta"
    })
    void oneKeyTakesAnApprovalBack(String language, String done, String undone, String late, String already) {
        String document = toApprove("SLIP/" + language);
        String task = simba.taskOf("manager", document).path("id").asString();
        Page page = chromium.signedIn("manager", language, 1440, 900);
        page.navigate("/tasks/" + task);
        page.keyboard().press("a");
        page.waitForURL("**/tasks");
        assertThat(page.locator(".toast-s").innerText().replaceAll("\\s+", " ")).contains(done.replace(". ", " "));
        Chromium.picture(page, language + "-undo-toast");
        assertThat(page.locator("a[href$='" + task + "']")).hasCount(0);

        Page other = page.context().newPage();
        other.navigate("/tasks/" + task);
        assertThat(other.locator("button[value=approve]")).hasCount(0);
        Locator undo = other.locator(".note [data-key=u]");
        assertThat(undo).isVisible();
        Chromium.readable(other, language + "-undo-held");

        page.keyboard().press("u");
        page.waitForURL("**/" + task);
        assertThat(page.locator(".toast-s")).containsText(undone);
        assertThat(page.locator("button[value=approve]")).isVisible();
        undo.click();
        assertThat(other.locator(".toast-s.bad")).containsText(already);
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("IN_PROCESS");

        page.keyboard().press("a");
        page.waitForURL("**/tasks");
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        page.keyboard().press("u");
        page.waitForURL("**/" + task);
        assertThat(page.locator(".toast-s.bad")).containsText(late);
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aThumbTakesBackACodingAndFindsItAsItWasEntered() {
        String document = toCode("SLIP/CODING");
        String task = simba.taskOf("accountant", document).path("id").asString();
        Page phone = chromium.signedIn("accountant", "en", 390, 844);
        phone.navigate("/tasks/" + task);
        phone.locator("[name=account]").first().fill("402-04");
        phone.locator("button[value=send]").click();
        phone.waitForURL("**/tasks");
        Chromium.picture(phone, "undo-phone");
        Locator undo = phone.locator("[data-undo]");
        assertThat(undo.boundingBox().height).isGreaterThanOrEqualTo(44);
        undo.click();
        phone.waitForURL("**/" + task);
        assertThat(phone.locator("[name=account]").first()).hasValue("402-04");
        simba.runDueJobs();
        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_CodeInvoice");
        assertThat(chromium.complaints()).isEmpty();
    }

    private String toApprove(String number) {
        String document = toCode(number);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }

    private String toCode(String number) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", "380.00", "23"));
        simba.answerQuestionsUntilCoding(document);
        return document;
    }
}
