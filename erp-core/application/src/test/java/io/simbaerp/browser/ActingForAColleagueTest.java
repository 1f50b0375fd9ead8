package io.simbaerp.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import io.simbaerp.story.InvoiceXml;
import io.simbaerp.story.Simba;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The manager goes on holiday and the director does the manager's approvals meanwhile, in both names. */
@BrowserTest
class ActingForAColleagueTest {

    @Autowired
    Simba simba;

    @Autowired
    Clock clock;

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
    void theDirectorApprovesForTheManagerAndTheHistoryNamesBoth() {
        String document = toApprove("FOR/1", "410.00");
        Page manager = chromium.signedIn("manager", "en", 1280, 900);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Warsaw"));
        arrange(manager, "Accountant", today);
        assertThat(manager.locator(".form-problem")).containsText("conflicting duties");
        arrange(manager, "Director", today);
        assertThat(manager.locator("#for-me")).containsText("Director");
        Chromium.readable(manager, "substitutions");

        Page director = chromium.signedIn("director", "en", 1280, 900);
        assertThat(director.locator("main")).containsText("You may act for");
        director.click("text=Act for Manager");
        director.waitForURL("**/tasks");
        assertThat(director.locator(".phead .sub")).containsText("for Manager");
        Chromium.readable(director, "acting-for-desk");
        director.navigate(
                "/tasks/" + simba.taskOf("manager", document).path("id").asString());
        assertThat(director.locator(".approval-card")).containsText("You decide for Manager");
        Chromium.readable(director, "acting-for-card");
        director.locator("button[value=approve]").click();
        assertThat(director.locator(".toast-s")).containsText("FOR/1");
        simba.runDueJobs();
        assertThat(simba.stateOf(document)).isEqualTo("POSTED");
        director.navigate("/documents/" + document);
        assertThat(director.locator("main")).containsText("Director, for Manager");

        director.locator(".acting-for button").click();
        assertThat(director.locator(".acting-for")).hasCount(0);
        assertThat(director.locator(".phead .sub")).not().containsText("for Manager");
        assertThat(chromium.complaints().stream()
                        .filter(complaint -> !complaint.contains("422"))
                        .toList())
                .isEmpty();
        endsAtOnce(manager, director);
    }

    /** Who is back ends it, and a session that acts by it falls back to its own name. */
    private void endsAtOnce(Page manager, Page director) {
        director.navigate("/substitutions");
        director.locator("#by-me td > form button").click();
        assertThat(director.locator(".acting-for")).containsText("for Manager");
        manager.navigate("/substitutions");
        manager.locator("#for-me button[data-confirm]").click();
        manager.click("dialog[open] .btn-primary");
        assertThat(manager.locator("#for-me")).containsText("ended");
        director.navigate("/tasks");
        assertThat(director.locator(".acting-for")).hasCount(0);
    }

    @Test
    void itFitsAPhoneInPolish() {
        Page page = chromium.signedIn("treasurer", "pl", 390, 844);
        page.navigate("/substitutions");
        Chromium.readable(page, "substitutions-phone");
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                .isLessThanOrEqualTo(390);
        assertThat(chromium.complaints()).isEmpty();
    }

    private static void arrange(Page page, String colleague, LocalDate today) {
        page.navigate("/substitutions");
        page.selectOption("select[name=substitute]", new SelectOption().setLabel(colleague));
        page.fill("input[name=lastDay]", today.plusDays(7).toString());
        page.fill("input[name=upTo]", "5000");
        page.fill("input[name=reason]", "Holiday");
        page.click("#arrange .btn-primary");
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
