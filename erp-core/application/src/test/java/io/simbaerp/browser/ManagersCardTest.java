package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Approving as a manager does it between two meetings: on a phone, with the thumb, one card after the other. */
@BrowserTest
class ManagersCardTest {

    private static final String SUPPLIER = "Wózkomir Serwis Sp. z o.o.";
    private static final String TAX_ID = "5260250274";

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
    @CsvSource({"en, Last time, Accountant coded, more than last time", "pl, Poprzednio, Accountant dekretacja, więcej"
    })
    void aCardSaysWhatIsNeededAndTheThumbLeadsToTheNext(String language, String lastTime, String agreed, String more) {
        String posted = toApprove("CARD/1/" + language, "6980.00");
        simba.decide("manager", posted, Map.of("outcome", "approve")).expect(200);
        String first = toApprove("CARD/2/" + language, "8420.00");
        String second = toApprove("CARD/3/" + language, "100.00");

        Page phone = chromium.signedIn("manager", language, 390, 844);
        phone.navigate("/tasks/" + task(first));
        Chromium.picture(phone, language + "-card-phone");
        assertThat(phone.locator(".approval-card")).containsText(SUPPLIER);
        assertThat(phone.locator(".bigamt")).containsText("8" + '\u00a0' + "420,00");
        assertThat(phone.locator(".approval-facts")).containsText(lastTime);
        assertThat(phone.locator(".approval-facts")).containsText("6" + '\u00a0' + "980,00");
        assertThat(phone.locator(".approval-facts .up")).containsText("+20,6");
        assertThat(phone.locator(".approval-facts .up")).containsText(more);
        assertThat(phone.locator(".approval-agreed")).containsText(agreed);
        assertThat(phone.locator(".approval-why")).isVisible();
        assertThat(phone.locator(".task-foot-next")).containsText("123,00");
        fitsTheThumb(phone);

        phone.locator("button[value=approve]").click();
        phone.waitForURL("**/" + task(second));
        assertThat(phone.locator(".toast-s")).containsText("CARD/2/" + language);
        simba.runDueJobs();
        assertThat(simba.stateOf(first)).isEqualTo("POSTED");
        assertThat(chromium.complaints()).isEmpty();
    }

    /** The first way out is wide and at the bottom of the window, with nothing of the page beside it. */
    private static void fitsTheThumb(Page phone) {
        BoundingBox approve = phone.locator("button[value=approve]").boundingBox();
        assertThat(approve.width).isGreaterThan(340);
        assertThat(approve.height).isGreaterThanOrEqualTo(44);
        assertThat(approve.y + approve.height).isBetween(600.0, 844.0);
        assertThat(phone.locator("button[value=reject]").boundingBox().height).isGreaterThanOrEqualTo(44);
        assertThat((int) phone.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(390);
    }

    @Test
    void turningBackAsksForTheReasonInASheet() {
        String document = toApprove("CARD/4", "410.00");
        Page phone = chromium.signedIn("manager", "en", 390, 844);
        phone.navigate("/tasks/" + task(document));
        phone.locator("button[value=return]").click();
        assertThat(phone.locator("#reason h2")).hasText("Return CARD/4?");
        phone.locator("[data-reason-send]").click();
        assertThat(phone.locator("[data-problem]")).containsText("reason");
        assertThat(phone.locator("#reason")).isVisible();
        phone.locator("[data-reason]").fill("Wrong cost centre");
        phone.locator("[data-reason-send]").click();
        phone.waitForURL(url -> !url.contains("complete"));
        simba.runDueJobs();
        assertThat(simba.taskOf("accountant", document).path("key").asString()).isEqualTo("Task_CodeInvoice");
    }

    @Test
    void oneKeyDecidesAtADesk() {
        String document = toApprove("CARD/5", "510.00");
        Page page = chromium.signedIn("manager", "en", 1440, 900);
        page.navigate("/tasks");
        page.keyboard().press("n");
        page.waitForURL("**/" + task(document));
        page.keyboard().press("Shift+R");
        assertThat(page.locator("#reason")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#reason")).isHidden();
        page.keyboard().press("a");
        page.waitForURL("**/tasks");
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
    }

    private String task(String document) {
        return simba.taskOf("manager", document).path("id").asString();
    }

    private String toApprove(String number, String net) {
        String document =
                simba.receive(InvoiceXml.numbered(number).from(SUPPLIER, TAX_ID).line("Naprawa wózka WZ-3", net, "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }
}
