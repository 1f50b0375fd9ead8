package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Approving at a desk: the list to the left, the card of its current row to the right. */
@BrowserTest
class CardsBesideTheListTest {

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
    @ValueSource(strings = {"en", "pl"})
    void theCardFollowsTheRowAndADecisionLeadsToTheNext(String language) {
        String first = toApprove("BESIDE/1/" + language, "310.00");
        String second = toApprove("BESIDE/2/" + language, "320.00");
        String third = toApprove("BESIDE/3/" + language, "330.00");
        Page page = chromium.signedIn("manager", language, 1440, 900);
        page.navigate("/tasks");
        Locator panel = page.locator("#panel");
        // The foot of a card names the next document, its head its own.
        Locator head = panel.locator(".side-in > .card-head");
        assertThat(head).containsText("BESIDE/1/" + language);
        page.keyboard().press("j");
        assertThat(head).containsText("BESIDE/2/" + language);
        page.keyboard().press("j");
        assertThat(head).containsText("BESIDE/3/" + language);
        page.keyboard().press("k");
        assertThat(head).containsText("BESIDE/2/" + language);
        assertThat(panel.locator(".bigamt")).containsText("320,00");
        Chromium.readable(page, language + "-cards-beside");

        page.keyboard().press("a");
        assertThat(page.locator(".toast-s")).containsText("BESIDE/2/" + language);
        assertThat(head).containsText("BESIDE/3/" + language);
        assertThat(page.locator("tr.cur")).containsText("BESIDE/3/" + language);
        page.keyboard().press("u");
        assertThat(head).containsText("BESIDE/2/" + language);
        page.keyboard().press("a");
        assertThat(head).containsText("BESIDE/3/" + language);
        simba.runDueJobs();
        assertThat(simba.stateOf(second)).isEqualTo("POSTED");
        assertThat(simba.stateOf(first)).isEqualTo("IN_PROCESS");

        page.keyboard().press("r");
        assertThat(page.locator("#reason")).isVisible();
        page.locator("[data-reason]").fill("Wrong cost centre");
        page.locator("[data-reason-send]").click();
        assertThat(head).containsText("BESIDE/1/" + language);
        simba.runDueJobs();
        assertThat(simba.timelineOf(third)).contains("approval-returned");

        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void aPhoneShowsTheListAloneAndTheCardAsAPage() {
        toApprove("BESIDE/PHONE", "340.00");
        Page phone = chromium.signedIn("manager", "en", 390, 844);
        phone.navigate("/tasks");
        assertThat(phone.locator("#panel")).isHidden();
        phone.locator("tr[data-row]").first().click();
        phone.waitForURL(Pattern.compile(".*/tasks/[0-9a-f-]{36}"));
        assertThat(phone.locator("button[value=approve]")).isVisible();
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void whoeverCodesHasTheListAlone() {
        Page page = chromium.signedIn("accountant", "en", 1440, 900);
        page.navigate("/tasks");
        assertThat(page.locator("#panel")).hasCount(0);
    }

    private String toApprove(String number, String net) {
        String document = simba.receive(InvoiceXml.numbered(number)
                .from("Wózkomir Serwis Sp. z o.o.", "5260250274")
                .line("Naprawa wózka WZ-3", net, "23"));
        simba.answerQuestionsUntilCoding(document);
        simba.decide("accountant", document, Map.of("outcome", "send")).expect(200);
        return document;
    }
}
